import { Select } from 'antd';
import { useId } from 'react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { TableDescription } from '#shared/formats/mapping/describe-table.ts';
import { fieldsFor, type ImportField } from '#shared/formats/mapping/fields.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import { hasGeometry } from '#shared/formats/mapping/propose-mapping.ts';
import styles from './import-dialog.module.css';

const none = '\u0000';

/** The columns with `field` read from `column` (null: from none), each column serving one field. */
function assign(
  columns: TableMapping['columns'],
  field: ImportField,
  column: string | null,
): TableMapping['columns'] {
  const kept = Object.entries(columns).filter(([key, name]) => key !== field && name !== column);
  const changed = Object.fromEntries(kept) as TableMapping['columns'];
  if (column !== null) changed[field] = column;
  return changed;
}

/** Field by field: the column it is read from, with sample values of it. */
export function ColumnRows(props: {
  description: TableDescription;
  mapping: TableMapping;
  onMapping: (mapping: TableMapping) => void;
}) {
  const text = useText();
  const id = useId();
  const { description, mapping, onMapping } = props;
  const { required, optional } = fieldsFor(mapping.target, hasGeometry(description));
  const options = [
    { value: none, label: text('import.columns.none') },
    ...description.columns.map(({ name }) => ({ value: name, label: name })),
  ];
  const samples = (column: string | undefined) =>
    description.columns
      .find(({ name }) => name === column)
      ?.samples.map(String)
      .join(' / ') ?? '';

  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">{text('import.columns.field')}</th>
          <th scope="col">{text('import.columns.column')}</th>
          <th scope="col">{text('import.columns.samples')}</th>
        </tr>
      </thead>
      <tbody>
        {[...required, ...optional].map((field) => {
          const column = mapping.columns[field];
          return (
            <tr key={field}>
              <th scope="row">
                <label htmlFor={`${id}-${field}`}>{text(textKey(`import.field.${field}`))}</label>
                {required.includes(field) && (
                  <span className={styles.required}>{text('import.columns.required')}</span>
                )}
              </th>
              <td>
                <Select
                  id={`${id}-${field}`}
                  className={styles.column}
                  size="small"
                  showSearch
                  value={column ?? none}
                  options={options}
                  status={required.includes(field) && column === undefined ? 'error' : ''}
                  onChange={(value: string) =>
                    onMapping({
                      ...mapping,
                      columns: assign(mapping.columns, field, value === none ? null : value),
                    })
                  }
                />
              </td>
              <td className={styles.samples} title={samples(column)}>
                {samples(column)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
