import { Input, Modal } from 'antd';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { type SearchEntry, search } from './search-index.ts';
import styles from './search-palette.module.css';
import { typedPosition } from './typed-position.ts';

/** The code of an entry, unless it is called by that already. */
function codeOf({ record }: SearchEntry): string {
  return 'code' in record && record.code !== record.name ? record.code : '';
}

/** Ctrl K: find any place, person or unit by Chinese, pinyin, initials or code; or a spot by its coordinates. */
export function SearchPalette(props: {
  entries: readonly SearchEntry[];
  onChoose: (entry: SearchEntry) => void;
  /** A position was typed. */
  onPosition: (position: LonLat) => void;
  onClose: () => void;
}) {
  const text = useText();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const hits = useMemo(() => search(props.entries, typed), [props.entries, typed]);
  const position = typedPosition(typed);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((index) => Math.max(0, Math.min(hits.length - 1, index + step)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      const hit = hits[active];
      if (position) props.onPosition(position);
      else if (hit) props.onChoose(hit);
    }
  };

  return (
    <Modal
      open
      title={text('search.title')}
      footer={null}
      width={560}
      style={{ top: 72 }}
      onCancel={props.onClose}
    >
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-expanded={hits.length > 0 || position !== null}
        aria-controls={list}
        aria-activedescendant={position || hits[active] ? `${list}-${active}` : undefined}
        aria-label={text('search.open')}
        prefix={<Search size={16} aria-hidden />}
        placeholder={text('search.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={list} className={styles.list} role="listbox" aria-label={text('search.results')}>
        {position && (
          <li
            id={`${list}-${active}`}
            role="option"
            aria-selected
            className={styles.hit}
            onClick={() => props.onPosition(position)}
          >
            <span className={styles.kind}>{text('search.position')}</span>
            <span className={styles.name}>
              {text('search.whoAnswers', { x: position[0].toFixed(5), y: position[1].toFixed(5) })}
            </span>
          </li>
        )}
        {(position ? [] : hits).map((entry, index) => (
          <li
            key={entry.record.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.hit}
            ref={index === active ? (item) => item?.scrollIntoView({ block: 'nearest' }) : null}
            onMouseMove={() => setActive(index)}
            onClick={() => props.onChoose(entry)}
          >
            <span className={styles.kind}>{text(textKey(`kind.${entry.record.kind}`))}</span>
            <span className={styles.name}>{entry.record.name}</span>
            <span className={styles.code}>{codeOf(entry)}</span>
          </li>
        ))}
      </ul>
      {typed.trim() !== '' && hits.length === 0 && !position && (
        <p className={styles.none}>{text('search.none', { typed })}</p>
      )}
    </Modal>
  );
}
