import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { openMenu } from '#renderer/state/context-menu.ts';
import { openHandOver } from '#renderer/state/hand-over.ts';
import { useProject } from '#renderer/state/project.ts';
import { editStates } from '#renderer/state/project-actions.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatArea, formatMoment, formatNumber } from '#renderer/ui/format.ts';
import { type Translate, useText } from '#renderer/ui/use-text.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import type { EditState } from '#shared/edits/history.ts';
import { touchesDuty } from '#shared/edits/touches-duty.ts';
import styles from './history.module.css';
import { movedM2, stepChanges } from './step-changes.ts';
import { StepList } from './step-list.tsx';
import { stepWords } from './step-words.ts';
import { useJump } from './use-jump.ts';

/**
 * Every step ever taken in the project, newest first, with what it changed and the way back to it; as the
 * edits with what has become of them, or as the log, where undo and redo are rows of their own.
 */
export function HistoryPanel(props: { onRecord: (id: string) => void }) {
  const text = useText();
  const history = useProject((state) => state.history);
  const states = useMemo(() => {
    void history;
    return editStates();
  }, [history]);
  const [view, setView] = useState<'steps' | 'log'>('steps');
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(() => {
    const all = [...history].reverse();
    return view === 'log' ? all : all.filter(({ action }) => action === 'edit');
  }, [history, view]);
  const step = rows.find(({ id }) => id === selected);
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <Segmented
          size="small"
          value={view}
          aria-label={text('history.view')}
          options={(['steps', 'log'] as const).map((value) => ({
            value,
            label: text(`history.${value}`),
          }))}
          onChange={setView}
        />
      </div>
      <div className={styles.body} data-beside={step !== undefined}>
        <div className={styles.table}>
          <DataTable
            label={text('drawer.history')}
            columns={useColumns(states, view)}
            rows={rows}
            rowKey={(row) => row.id}
            selectedKey={selected}
            onSelect={(row) => setSelected(row.id)}
            onMenu={(row, at) => {
              setSelected(row.id);
              openMenu({ of: 'step', sequence: row.sequence }, at);
            }}
            empty={text('table.noHistory')}
          />
        </div>
        {step && <StepList row={step} onRecord={props.onRecord} />}
      </div>
    </div>
  );
}

function stateWord(text: Translate, state: EditState | undefined): string {
  return state && state !== 'done' ? text(`history.${state}`) : '';
}

function useColumns(
  states: ReadonlyMap<string, EditState>,
  view: 'steps' | 'log',
): Column<AuditRow>[] {
  const text = useText();
  const jump = useJump();
  const mayEdit = useMayEdit();
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  const last = useProject((state) => state.history.at(-1)?.sequence);
  const isHere = (row: AuditRow) =>
    view === 'steps' ? states.get(row.id) === 'now' : row.sequence === last;
  return [
    {
      key: 'sequence',
      title: '#',
      width: '64px',
      align: 'end',
      render: (row) => formatNumber(row.sequence),
    },
    {
      key: 'time',
      title: text('table.time'),
      width: '140px',
      render: (row) => formatMoment(Date.parse(row.time), offset),
    },
    {
      key: 'what',
      title: text('table.step'),
      width: 'minmax(200px, 1fr)',
      render: (row) => {
        const words = stepWords(text, row);
        const isOff = ['undone', 'left'].includes(states.get(row.id) ?? '');
        return (
          <span className={isOff ? styles.off : undefined} title={words}>
            {words}
          </span>
        );
      },
    },
    {
      key: 'state',
      title: text('history.state'),
      width: '84px',
      render: (row) => {
        if (isHere(row)) return <strong>● {text('history.now')}</strong>;
        return <span className={styles.quiet}>{stateWord(text, states.get(row.id))}</span>;
      },
    },
    {
      key: 'area',
      title: text('history.area'),
      width: '110px',
      align: 'end',
      render: (row) => {
        const moved = movedM2(row.patch);
        return moved === null ? '' : formatArea(moved);
      },
    },
    {
      key: 'records',
      title: text('table.records'),
      width: '84px',
      align: 'end',
      render: (row) => formatNumber(stepChanges(row.patch).length),
    },
    { key: 'author', title: text('table.author'), width: '110px', render: (row) => row.author },
    {
      key: 'actions',
      title: text('table.handOver'),
      width: '190px',
      render: (row) => (
        <>
          {touchesDuty(row.patch) && (
            <button
              type="button"
              className={styles.action}
              data-row-action
              tabIndex={-1}
              onClick={() => openHandOver([row.sequence, row.sequence])}
            >
              {text('handOver.open')}
            </button>
          )}
          {!isHere(row) && mayEdit && (
            <button
              type="button"
              className={styles.action}
              data-row-action
              tabIndex={-1}
              onClick={() => jump(row.sequence)}
            >
              {text('history.back')}
            </button>
          )}
        </>
      ),
    },
  ];
}
