import { Select } from 'antd';
import { useMemo } from 'react';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { ImportMatch, ImportMatchKind } from '#shared/formats/import/plan.ts';
import styles from './import-dialog.module.css';

/** What wants a look first. */
const order: readonly ImportMatchKind[] = [
  'ambiguous',
  'unknown',
  'phone-only',
  'name-only',
  'new',
  'chosen',
  'unit',
  'name',
  'phone',
  'both',
  'id',
];

/** People whom the lists name, with by what each was known; of namesakes the user can choose one. */
export function MatchTable(props: {
  matches: readonly ImportMatch[];
  onChoose: (key: string, personId: string) => void;
}) {
  const text = useText();
  const { onChoose } = props;
  const rows = useMemo(() => {
    const unclear = new Map<string, ImportMatch>();
    for (const match of props.matches) {
      // One line for a name, however many rows have it.
      if (!unclear.has(match.key)) unclear.set(match.key, match);
    }
    return [...unclear.values()].sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
  }, [props.matches]);
  const counts = useMemo(() => {
    const found = new Map<ImportMatchKind, number>();
    for (const { by } of rows) found.set(by, (found.get(by) ?? 0) + 1);
    return order.flatMap((by) => {
      const count = found.get(by);
      return count === undefined ? [] : [{ by, count }];
    });
  }, [rows]);
  const columns = useMemo(
    (): Column<ImportMatch>[] => [
      {
        key: 'row',
        title: text('import.check.row'),
        width: '64px',
        align: 'end',
        render: ({ row }) => row,
        sort: ({ row }) => row,
      },
      {
        key: 'listed',
        title: text('import.match.listed'),
        width: 'minmax(140px, 1fr)',
        render: ({ name, phone, organisation }) =>
          [name, phone, organisation].filter((part) => part !== '').join(' · '),
        sort: ({ name }) => name,
      },
      {
        key: 'by',
        title: text('import.match.evidence'),
        width: '168px',
        render: ({ by }) => text(`import.match.by.${by}`),
        sort: ({ by }) => order.indexOf(by),
      },
      {
        key: 'person',
        title: text('import.match.person'),
        width: 'minmax(220px, 1.6fr)',
        render: (match) =>
          match.by === 'ambiguous' || match.by === 'chosen' ? (
            <Select
              size="small"
              style={{ width: '100%' }}
              aria-label={text('import.match.choose', { name: match.name || match.phone })}
              placeholder={text('import.match.chooseShort', { count: match.candidates.length })}
              value={match.person?.id ?? null}
              options={match.candidates.map((one) => ({ value: one.id, label: words(one) }))}
              onChange={(personId) => {
                if (personId !== null) onChoose(match.key, personId);
              }}
            />
          ) : match.person ? (
            words(match.person)
          ) : (
            text('import.match.nobody')
          ),
      },
    ],
    [text, onChoose],
  );
  if (rows.length === 0) return null;
  return (
    <section className={styles.rejected} aria-labelledby="import-matches">
      <header>
        <h4 id="import-matches">{text('import.match.title', { count: rows.length })}</h4>
        <span className={styles.quiet}>
          {counts.map(({ by, count }) => `${text(`import.match.by.${by}`)} ${count}`).join(' · ')}
        </span>
      </header>
      <div className={styles.rejectedRows}>
        <DataTable
          label={text('import.match.title', { count: rows.length })}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          selectedKey={null}
          onSelect={() => {}}
          empty={null}
        />
      </div>
    </section>
  );
}

function words({ name, phone, unit }: ImportMatch['candidates'][number]): string {
  return [name, phone, unit].filter((part) => part !== '').join(' · ');
}
