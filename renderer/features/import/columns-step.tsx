import { Alert } from 'antd';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import styles from './import-dialog.module.css';
import type { ImportFile } from './import-file.ts';
import { TableForm } from './table-form.tsx';

/** Second step: what each table is, and which column holds what. */
export function ColumnsStep(props: {
  files: readonly ImportFile[];
  onMapping: (key: string, index: number, mapping: TableMapping | null) => void;
  onSystem: (key: string, index: number, system: CrsChoice) => void;
  onEncoding: (key: string, encoding: string | undefined) => void;
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
      {props.files.map(
        ({ key, name, error }) =>
          error && (
            <Alert
              key={key}
              type="error"
              showIcon
              title={`${name}: ${text(textKey(error.key), error.params)}`}
            />
          ),
      )}
      {tables.map(({ file, table, index }) => (
        <TableForm
          key={`${file.key}/${index}`}
          file={file}
          table={table}
          onSystem={(system) => props.onSystem(file.key, index, system)}
          onEncoding={(encoding) => props.onEncoding(file.key, encoding)}
          onMapping={(mapping) => props.onMapping(file.key, index, mapping)}
        />
      ))}
    </div>
  );
}
