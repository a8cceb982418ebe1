import { Radio } from 'antd';
import { useMemo } from 'react';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { DuplicateChoice, ImportDuplicate } from '#shared/formats/import/plan.ts';
import styles from './import-dialog.module.css';

/** Rows whose key a record or an earlier row has, with what is to become of either sort. */
export function DuplicateTable(props: {
  duplicates: readonly ImportDuplicate[];
  choice: DuplicateChoice;
  onChoice: (choice: DuplicateChoice) => void;
}) {
  const text = useText();
  const { duplicates, choice, onChoice } = props;
  const columns = useMemo(
    (): Column<ImportDuplicate>[] => [
      {
        key: 'file',
        title: text('import.check.file'),
        width: 'minmax(100px, 1fr)',
        render: ({ file }) => file,
        sort: ({ file }) => file,
      },
      {
        key: 'row',
        title: text('import.check.row'),
        width: '80px',
        align: 'end',
        render: ({ row }) => row,
        sort: ({ row }) => row,
      },
      {
        key: 'key',
        title: text('import.duplicate.key'),
        width: 'minmax(120px, 1fr)',
        render: ({ key }) => key,
        sort: ({ key }) => key,
      },
      {
        key: 'of',
        title: text('import.duplicate.same'),
        width: 'minmax(160px, 2fr)',
        render: ({ earlier, name }) =>
          earlier === null
            ? text('import.duplicate.record', { name })
            : text('import.duplicate.row', { row: earlier }),
        sort: ({ of }) => of,
      },
    ],
    [text],
  );
  if (duplicates.length === 0) return null;
  const count = (of: ImportDuplicate['of']) => duplicates.filter((one) => one.of === of).length;
  const [known, repeated] = [count('known'), count('repeated')];
  const title = text('import.duplicate.title', { count: duplicates.length });
  return (
    <section className={styles.rejected} aria-labelledby="import-duplicates">
      <header>
        <h4 id="import-duplicates">{title}</h4>
      </header>
      {known > 0 && (
        <div className={styles.choices}>
          <span id="import-known">{text('import.duplicate.known', { count: known })}</span>
          <Radio.Group
            aria-labelledby="import-known"
            value={choice.known}
            options={(['merge', 'skip'] as const).map((value) => ({
              value,
              label: text(`import.duplicate.${value}Known`),
            }))}
            onChange={({ target }) =>
              onChoice({ ...choice, known: target.value as DuplicateChoice['known'] })
            }
          />
        </div>
      )}
      {repeated > 0 && (
        <div className={styles.choices}>
          <span id="import-repeated">{text('import.duplicate.repeated', { count: repeated })}</span>
          <Radio.Group
            aria-labelledby="import-repeated"
            value={choice.repeated}
            options={(['return', 'merge'] as const).map((value) => ({
              value,
              label: text(`import.duplicate.${value}Repeated`),
            }))}
            onChange={({ target }) =>
              onChoice({ ...choice, repeated: target.value as DuplicateChoice['repeated'] })
            }
          />
        </div>
      )}
      <div className={styles.rejectedRows}>
        <DataTable
          label={title}
          columns={columns}
          rows={duplicates}
          rowKey={({ file, layer, row }) => `${file}/${layer}/${row}`}
          selectedKey={null}
          onSelect={() => {}}
          empty={null}
        />
      </div>
    </section>
  );
}
