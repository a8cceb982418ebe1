import { useMemo, useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Figure } from '#shared/analysis/number-columns.ts';
import type { Document } from '#shared/edits/document.ts';
import styles from './numbers.module.css';
import { NumbersSide } from './numbers-side.tsx';
import { useZoneNumbers } from './use-zone-numbers.ts';
import { WeightsDialog } from './weights-dialog.tsx';

const nobody = 'nobody';

/** A row of the table: its place in the columns. */
type Row = number;
const noIds: readonly (string | null)[] = [];
const isOfNobody = (row: Row) => row === 0;

/** The numbers of each zone, live: what belongs to nobody first, then the outliers. */
export function NumbersTab(props: {
  document: Document;
  selectedId: string | null;
  onSelect: (id: string) => void;
}) {
  const text = useText();
  const { document } = props;
  const project = useProject((state) => state.project);
  const numbers = useZoneNumbers();
  const select = useView((view) => view.select);
  const [editing, setEditing] = useState(false);
  const [isNobody, setNobody] = useState(false);
  const counted = numbers.columns;
  const ids = counted?.ids ?? noIds;
  const rows = useMemo(() => [...ids.keys()], [ids]);
  const keyOf = (row: Row) => ids[row] ?? nobody;
  const nameOf = (row: Row) => {
    const zoneId = ids[row];
    if (!zoneId) return text('numbers.nobody');
    return numbers.tried?.get(zoneId) ?? document.find('zone', zoneId)?.name ?? '';
  };
  const isTried = (row: Row) => numbers.tried?.has(ids[row] ?? nobody) ?? false;
  const figure = (
    key: Exclude<Figure, 'polsbyPopper' | 'reock'>,
    width: string,
    scale = 1,
    digits = 0,
  ): Column<Row> => ({
    key,
    title: text(`numbers.column.${key}`),
    width,
    align: 'end',
    render: (row) => formatNumber((counted?.figures[key][row] ?? 0) / scale, digits),
    sort: (row) => counted?.figures[key][row] ?? 0,
  });
  const roundness = (key: 'polsbyPopper' | 'reock'): Column<Row> => ({
    key,
    title: text(`numbers.column.${key}`),
    width: '104px',
    align: 'end',
    render: (row) => {
      const value = counted?.figures[key][row] ?? Number.NaN;
      return Number.isNaN(value) ? '—' : formatNumber(value, 2);
    },
    sort: (row) => counted?.figures[key][row] || -1,
  });
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: text('table.name'),
      width: 'minmax(150px, 1.4fr)',
      render: (row) => {
        if (isOfNobody(row)) return <strong>{nameOf(row)}</strong>;
        if (!isTried(row)) return nameOf(row);
        return (
          <>
            {nameOf(row)} <em className={styles.tried}>{text('numbers.tried')}</em>
          </>
        );
      },
      sort: nameOf,
    },
    figure('workload', '92px', 1, 1),
    {
      key: 'off',
      title: text('numbers.column.off'),
      width: '126px',
      align: 'end',
      render: (row) => {
        const off = counted?.off[row] ?? Number.NaN;
        if (Number.isNaN(off)) return '';
        return (
          <>
            {counted?.isOutlier[row] === 1 && (
              <span className={styles.outlier}>{text('numbers.outlier')}</span>
            )}
            {off < 0 ? '−' : '+'}
            {formatNumber(Math.abs(100 * off))}%
          </>
        );
      },
      sort: (row) => counted?.off[row] || 0,
    },
    figure('areaM2', '96px', 10_000, 2),
    figure('points', '72px'),
    figure('issuesAMonth', '92px', 1, 1),
    figure('roadM', '92px', 1000, 2),
    figure('people', '72px'),
    roundness('polsbyPopper'),
    roundness('reock'),
    figure('parts', '72px'),
  ];
  const selectedKey = isNobody && props.selectedId === null ? nobody : props.selectedId;
  const chosen = selectedKey === null ? -1 : rows.findIndex((row) => keyOf(row) === selectedKey);
  const isEmpty = document.all('zone').length === 0;
  return (
    <div className={styles.tab}>
      <NumbersSide
        project={project}
        columns={counted}
        count={numbers.count}
        chosen={chosen < 0 ? null : { zoneId: ids[chosen] ?? null, name: nameOf(chosen) }}
        onFormula={() => setEditing(true)}
      />
      <div className={styles.table}>
        <DataTable
          label={text('drawer.numbers')}
          columns={columns}
          rows={isEmpty ? [] : rows}
          rowKey={keyOf}
          isPinned={isOfNobody}
          selectedKey={selectedKey}
          onSelect={(row) => {
            const zoneId = ids[row] ?? null;
            setNobody(zoneId === null);
            if (zoneId !== null) props.onSelect(zoneId);
            else select(null);
          }}
          empty={isEmpty ? text('table.noZones') : (numbers.error ?? text('numbers.counting'))}
        />
      </div>
      {editing && project && (
        <WeightsDialog
          project={project}
          nameOf={(id) => document.find('zone', id)?.name ?? ''}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}
