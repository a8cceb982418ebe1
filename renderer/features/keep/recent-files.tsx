import { Button } from 'antd';
import { X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { getHost } from '#renderer/host/host.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { RecentFile } from '#shared/host/host.ts';
import styles from './keep.module.css';

/** Project files opened or saved before; missing ones say so and can be taken off the list. */
export function RecentFiles(props: { disabled: boolean; onOpen: (file: RecentFile) => void }) {
  const text = useText();
  const [files, setFiles] = useState<RecentFile[]>([]);
  const read = useCallback(async () => {
    try {
      setFiles(await (await getHost()).listRecent());
    } catch {
      // Without the list the files can still be opened by the dialog.
      setFiles([]);
    }
  }, []);
  useEffect(() => void read(), [read]);
  const forget = async (ref: string) => {
    await (await getHost()).forgetRecent(ref);
    await read();
  };
  if (files.length === 0) return null;
  return (
    <section>
      <h2>{text('keep.recent.title')}</h2>
      <ul className={styles.recent}>
        {files.slice(0, 8).map((file) => (
          <li key={file.ref} className={styles.line} style={{ margin: 0 }}>
            <Button
              type="text"
              size="small"
              disabled={props.disabled || file.state === 'missing'}
              onClick={() => props.onOpen(file)}
            >
              {file.name}
            </Button>
            <span className={`${styles.grow} ${styles.quiet}`}>
              {file.state === 'missing' ? text('keep.recent.missing') : file.folder}
            </span>
            <Button
              type="text"
              size="small"
              icon={<X size={14} aria-hidden />}
              aria-label={text('keep.recent.forget', { name: file.name })}
              onClick={() => void forget(file.ref)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
