import { useState } from 'react';
import { openHandOver } from '#renderer/state/hand-over.ts';
import { useProject } from '#renderer/state/project.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatMoment, formatNumber } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import { touchedIds } from '#shared/edits/patch.ts';
import { touchesDuty } from '#shared/edits/touches-duty.ts';
import styles from './history-table.module.css';

/** Every step ever taken in the project, newest first; undo and redo are steps of their own. */
export function HistoryTable() {
  const text = useText();
  const history = useProject((state) => state.history);
  const [selected, setSelected] = useState<string | null>(null);
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  const columns: Column<AuditRow>[] = [
    {
      key: 'sequence',
      title: '#',
      width: '72px',
      align: 'end',
      render: (row) => formatNumber(row.sequence),
    },
    {
      key: 'time',
      title: text('table.time'),
      width: '150px',
      render: (row) => formatMoment(Date.parse(row.time), offset),
    },
    {
      key: 'what',
      title: text('table.step'),
      width: 'minmax(240px, 1fr)',
      render: (row) => {
        const label = text(textKey(row.label.key), row.label.params);
        return row.action === 'edit' ? label : text(textKey(`history.${row.action}`), { label });
      },
    },
    {
      key: 'records',
      title: text('table.records'),
      width: '110px',
      align: 'end',
      render: (row) => formatNumber(touchedIds(row.patch).length),
    },
    { key: 'author', title: text('table.author'), width: '140px', render: (row) => row.author },
    {
      key: 'handOver',
      title: text('table.handOver'),
      width: '110px',
      render: (row) =>
        touchesDuty(row.patch) && (
          <button
            type="button"
            className={styles.action}
            data-row-action
            tabIndex={-1}
            onClick={() => openHandOver([row.sequence, row.sequence])}
          >
            {text('handOver.open')}
          </button>
        ),
    },
  ];
  return (
    <DataTable
      label={text('drawer.history')}
      columns={columns}
      rows={[...history].reverse()}
      rowKey={(row) => row.id}
      selectedKey={selected}
      onSelect={(row) => setSelected(row.id)}
      empty={text('table.noHistory')}
    />
  );
}
