import { Alert, Button, Progress, Radio, Slider } from 'antd';
import { FolderPlus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { errorSentence, type Sentence } from '#renderer/features/import/error-sentence.ts';
import {
  addBaseMap,
  chooseBaseMap,
  onlineId,
  openBaseMaps,
  removeBaseMap,
  setBaseMapOpacity,
  useBaseMaps,
} from '#renderer/state/base-maps.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import styles from './base-map.module.css';
import { OnlineForm } from './online-form.tsx';

const none = 'none';

function sentenceOf(error: unknown, name: string): Sentence {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return { key: 'baseMap.full', params: { name } };
  }
  return errorSentence(error, 'baseMap.failed', { name });
}

/** Which map lies under the district: none, a file that was added, or the user's own address. */
export function BaseMapSection() {
  const text = useText();
  const { files, chosen, opacity, isOnline, shown } = useBaseMaps();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const adding = useRef<AbortController | null>(null);
  useEffect(() => {
    void openBaseMaps();
    return () => adding.current?.abort();
  }, []);

  const attempt = async (name: string, act: () => Promise<void>) => {
    setProblem(null);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        setProblem(sentenceOf(error, name));
      }
    }
  };
  const add = async (file: File | undefined) => {
    if (!file) return;
    const mine = new AbortController();
    adding.current = mine;
    setShare(0);
    const options = { signal: mine.signal, progress: setShare };
    await attempt(file.name, () => addBaseMap(file, options));
    setShare(null);
  };

  return (
    <section className={styles.section} aria-labelledby="base-map-title">
      <h3 id="base-map-title">{text('baseMap.title')}</h3>
      <Radio.Group
        className={styles.choices ?? ''}
        aria-labelledby="base-map-title"
        value={chosen ?? none}
        onChange={({ target }) => {
          const id = target.value === none ? null : String(target.value);
          void attempt('', () => chooseBaseMap(id));
        }}
      >
        <Radio value={none}>{text('baseMap.none')}</Radio>
        {(files ?? []).map(({ id, name }) => (
          <span key={id} className={styles.file}>
            <Radio value={id}>{name}</Radio>
            <Button
              type="text"
              size="small"
              icon={<Trash2 size={14} aria-hidden />}
              aria-label={text('baseMap.remove', { name })}
              onClick={() => void attempt(name, () => removeBaseMap(id))}
            />
          </span>
        ))}
        {isOnline && <Radio value={onlineId}>{text('baseMap.online')}</Radio>}
      </Radio.Group>
      {shown && (
        <Slider
          ariaLabelForHandle={text('layer.opacity', { layer: text('baseMap.title') })}
          min={10}
          max={100}
          step={10}
          value={Math.round(opacity * 100)}
          tooltip={{ formatter: (value) => `${value ?? 0}%` }}
          onChange={(value: number) => setBaseMapOpacity(value / 100)}
        />
      )}
      {shown?.archive.info.attribution && (
        // As plain words: what a file says is no page of ours.
        <p className={styles.quiet}>{shown.archive.info.attribution.replace(/<[^>]*>/g, '')}</p>
      )}
      {problem && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={text(textKey(problem.key), problem.params)}
        />
      )}
      {share === null ? (
        <Button
          size="small"
          icon={<FolderPlus size={14} aria-hidden />}
          onClick={() => picker.current?.click()}
        >
          {text('baseMap.add')}
        </Button>
      ) : (
        <div className={styles.adding} role="status">
          <span>{text('baseMap.copying', { percent: Math.round(share * 100) })}</span>
          <Button size="small" onClick={() => adding.current?.abort()}>
            {text('common.cancel')}
          </Button>
          <Progress percent={Math.round(share * 100)} showInfo={false} />
        </div>
      )}
      {/* Not through the host, which gives whole files: a base map may be larger than memory. */}
      <input
        ref={picker}
        type="file"
        hidden
        accept=".pmtiles,.mbtiles"
        aria-label={text('baseMap.add')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          void add(file).finally(() => {
            if (picker.current) picker.current.value = '';
          });
        }}
      />
      <p className={styles.quiet}>{text('baseMap.hint')}</p>
      <OnlineForm />
    </section>
  );
}
