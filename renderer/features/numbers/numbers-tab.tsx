import { useMemo, useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import styles from './numbers.module.css';
import { NumbersSide } from './numbers-side.tsx';
import { type ScoredRow, scoredRows } from './scored-rows.ts';
import { useZoneNumbers } from './use-zone-numbers.ts';
import { WeightsDialog } from './weights-dialog.tsx';

const nobody = 'nobody';
const isOfNobody = ({ zoneId }: ScoredRow) => zoneId === null;

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
  const [editing, setEditing] = useState(false);
  const [isNobody, setNobody] = useState(false);
  const { rows, spread } = useMemo(() => scoredRows(numbers.rows ?? []), [numbers.rows]);
  const nameOf = ({ zoneId }: ScoredRow) =>
    zoneId === null ? text('numbers.nobody') : (document.find('zone', zoneId)?.name ?? '');
  const figure = (
    key: 'areaM2' | 'points' | 'issuesAMonth' | 'roadM' | 'people' | 'workload' | 'parts',
    width: string,
    scale = 1,
    digits = 0,
  ): Column<ScoredRow> => ({
    key,
    title: text(`numbers.column.${key}`),
    width,
    align: 'end',
    render: (row) => formatNumber(row[key] / scale, digits),
    sort: (row) => row[key],
  });
  const roundness = (key: 'polsbyPopper' | 'reock'): Column<ScoredRow> => ({
    key,
    title: text(`numbers.column.${key}`),
    width: '104px',
    align: 'end',
    render: ({ compactness }) => (compactness ? formatNumber(compactness[key], 2) : '—'),
    sort: ({ compactness }) => compactness?.[key] ?? -1,
  });
  const columns: Column<ScoredRow>[] = [
    {
      key: 'name',
      title: text('table.name'),
      width: 'minmax(150px, 1.4fr)',
      render: (row) => (row.zoneId === null ? <strong>{nameOf(row)}</strong> : nameOf(row)),
      sort: nameOf,
    },
    figure('workload', '92px', 1, 1),
    {
      key: 'off',
      title: text('numbers.column.off'),
      width: '126px',
      align: 'end',
      render: ({ off, isOutlier }) =>
        off !== null && (
          <>
            {isOutlier && <span className={styles.outlier}>{text('numbers.outlier')}</span>}
            {off < 0 ? '−' : '+'}
            {formatNumber(Math.abs(100 * off))}%
          </>
        ),
      sort: ({ off }) => off ?? Number.NEGATIVE_INFINITY,
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
  const chosen = rows.find(({ zoneId }) => (zoneId ?? nobody) === selectedKey);
  const isEmpty = document.all('zone').length === 0;
  return (
    <div className={styles.tab}>
      <NumbersSide
        project={project}
        rows={rows}
        spread={spread}
        chosen={chosen ? { row: chosen, name: nameOf(chosen) } : null}
        onFormula={() => setEditing(true)}
      />
      <div className={styles.table}>
        <DataTable
          label={text('drawer.numbers')}
          columns={columns}
          rows={isEmpty ? [] : rows}
          rowKey={(row) => row.zoneId ?? nobody}
          isPinned={isOfNobody}
          selectedKey={selectedKey}
          onSelect={({ zoneId }) => {
            setNobody(zoneId === null);
            if (zoneId !== null) props.onSelect(zoneId);
          }}
          empty={isEmpty ? text('table.noZones') : (numbers.error ?? text('numbers.counting'))}
        />
      </div>
      {editing && project && (
        <WeightsDialog
          project={project}
          rows={numbers.rows ?? []}
          nameOf={(id) => document.find('zone', id)?.name ?? ''}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}
