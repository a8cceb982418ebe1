import { Button } from 'antd';
import { CircleAlert, FileCheck2, FileClock, FolderOpen, X } from 'lucide-react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { TableDescription } from '#shared/formats/mapping/describe-table.ts';
import type { DataFile } from '#shared/host/host.ts';
import styles from './import-dialog.module.css';
import type { ImportFile } from './import-file.ts';
import { PasteTable } from './paste-table.tsx';

/** First step: which files, and whether each can be read. */
export function FilesStep(props: {
  files: readonly ImportFile[];
  onChoose: () => void;
  onPaste: (file: DataFile) => void;
  onRemove: (key: string) => void;
}) {
  const text = useText();
  const { files } = props;
  return (
    <div className={styles.step}>
      {files.length === 0 && <p className={styles.quiet}>{text('import.nothing')}</p>}
      <ul className={styles.files} aria-live="polite">
        {files.map((file) => (
          <li key={file.key} data-error={file.error !== null}>
            <FileState file={file} />
            <div className={styles.fileText}>
              <strong>{file.name}</strong>
              {file.error && <p>{text(textKey(file.error.key), file.error.params)}</p>}
              {!file.error && !file.tables && <p>{text('import.reading', { name: file.name })}</p>}
              {file.tables?.map(({ description }) => (
                <p key={description.layer}>
                  {file.formatId && <>{text(textKey(`format.name.${file.formatId}`))} · </>}
                  <TableSummary table={description} />
                </p>
              ))}
            </div>
            <Button
              type="text"
              size="small"
              icon={<X size={14} aria-hidden />}
              aria-label={text('import.remove', { name: file.name })}
              onClick={() => props.onRemove(file.key)}
            />
          </li>
        ))}
      </ul>
      <div className={styles.sources}>
        <Button icon={<FolderOpen size={14} aria-hidden />} onClick={props.onChoose}>
          {text(files.length === 0 ? 'import.choose' : 'import.chooseMore')}
        </Button>
        <PasteTable onFile={props.onPaste} />
      </div>
      <p className={styles.quiet}>{text('import.chooseHint')}</p>
    </div>
  );
}

function FileState(props: { file: ImportFile }) {
  if (props.file.error) return <CircleAlert size={16} className={styles.broken} aria-hidden />;
  // Nothing that turns: each of its pictures would take time from the reading.
  if (!props.file.tables) return <FileClock size={16} aria-hidden />;
  return <FileCheck2 size={16} aria-hidden />;
}

/** What a table holds, in a few words: rows, and geometries by family. */
export function TableSummary(props: { table: TableDescription }) {
  const text = useText();
  const { families, rowCount, unreadable, layer } = props.table;
  const hasGeometry = families.area + families.line + families.point + unreadable > 0;
  const parts = [
    layer && text('import.table.layer', { name: layer }),
    text(hasGeometry ? 'import.table.features' : 'import.table.rows', { count: rowCount }),
    families.area > 0 && text('import.table.areas', { count: families.area }),
    families.line > 0 && text('import.table.lines', { count: families.line }),
    families.point > 0 && text('import.table.points', { count: families.point }),
    unreadable > 0 && text('import.table.unreadable', { count: unreadable }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
