import { Alert } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import styles from './import-dialog.module.css';
import type { ImportFile } from './import-file.ts';
import { TableForm } from './table-form.tsx';

/** Second step: what each table is, and which column holds what. */
export function ColumnsStep(props: {
  files: readonly ImportFile[];
  onMapping: (key: string, index: number, mapping: TableMapping | null) => void;
}) {
  const text = useText();
  const tables = props.files.flatMap((file) =>
    (file.tables ?? []).map((table, index) => ({ file, table, index })),
  );
  return (
    <div className={styles.step}>
      {tables.every(({ table }) => table.mapping === null) && (
        <Alert type="info" showIcon title={text('import.columns.all')} />
      )}
      {tables.map(({ file, table, index }) => (
        <TableForm
          key={`${file.key}/${index}`}
          fileName={file.name}
          table={table}
          onMapping={(mapping) => props.onMapping(file.key, index, mapping)}
        />
      ))}
    </div>
  );
}
