import { Alert, Button, Checkbox } from 'antd';
import { FilePlus, X } from 'lucide-react';
import { useState } from 'react';
import { runJob } from '#renderer/jobs/run-job.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { importExtensions } from '#shared/formats/registry.ts';
import type { Host } from '#shared/host/host.ts';
import type { BarrierFile } from '#shared/jobs/read-barriers.ts';
import styles from './divide.module.css';

/** What zones are kept on one side of. */
export interface Barriers {
  /** Roads that are zones of their own. */
  roads: boolean;
  files: readonly BarrierFile[];
  /** Zones must not reach over them, instead of rather not. */
  bridgeFree: boolean;
}

/** Rivers, railways and main roads from files, the project's own roads, and how they are respected. */
export function BarrierField(props: {
  host: Pick<Host, 'openFiles'>;
  document: Document;
  /** Whether the project has roads of its own. */
  hasRoads: boolean;
  value: Barriers;
  onChange: (value: Barriers) => void;
}) {
  const text = useText();
  const { host, document, hasRoads, value, onChange } = props;
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    setError(null);
    try {
      const chosen = await host.openFiles({
        title: text('divide.barriers.choose'),
        filters: [{ name: text('divide.barriers.kinds'), extensions: [...importExtensions] }],
        multiple: true,
      });
      if (chosen.length === 0) return;
      setReading(true);
      const reference = document.all('district').map(({ geometry }) => geometry);
      const files = chosen.map(({ name, bytes }) => ({ name, bytes }));
      const read = await runJob('readBarriers', { files, reference });
      // A file that is chosen again is read again.
      const others = value.files.filter(({ name }) => read.every((one) => one.name !== name));
      // Whoever goes and gets rivers means that nobody is to cross them.
      const bridgeFree = value.bridgeFree || value.files.length === 0;
      onChange({ ...value, files: [...others, ...read], bridgeFree });
    } catch (failure) {
      const file = failure instanceof Error && 'file' in failure ? failure.file : null;
      const reason = errorText(failure);
      setError(
        typeof file === 'string' ? text('divide.barriers.failed', { file, reason }) : reason,
      );
    } finally {
      setReading(false);
    }
  };
  const isGiven = value.files.length > 0 || (hasRoads && value.roads);
  return (
    <fieldset className={styles.barriers}>
      <legend>{text('divide.barriers.title')}</legend>
      {hasRoads && (
        <Checkbox
          checked={value.roads}
          onChange={({ target }) => onChange({ ...value, roads: target.checked })}
        >
          {text('divide.roads')}
        </Checkbox>
      )}
      {value.files.length > 0 && (
        <ul>
          {value.files.map(({ name, lines }) => (
            <li key={name}>
              <span title={name}>{name}</span>
              <small>{text('divide.barriers.lines', { count: lines.length })}</small>
              <Button
                size="small"
                type="text"
                aria-label={text('divide.barriers.remove', { name })}
                icon={<X size={13} aria-hidden />}
                onClick={() =>
                  onChange({ ...value, files: value.files.filter((file) => file.name !== name) })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        loading={isReading}
        icon={<FilePlus size={14} aria-hidden />}
        onClick={() => void add()}
      >
        {text('divide.barriers.add')}
      </Button>
      {error && <Alert type="error" showIcon className={styles.alert ?? ''} title={error} />}
      {isGiven && (
        <Checkbox
          checked={value.bridgeFree}
          onChange={({ target }) => onChange({ ...value, bridgeFree: target.checked })}
        >
          {text('divide.barriers.bridgeFree')}
        </Checkbox>
      )}
    </fieldset>
  );
}
