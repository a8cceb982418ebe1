import { useMemo, useState } from 'react';
import { textColumn } from '#renderer/features/tables/text-column.ts';
import { useView } from '#renderer/state/view.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { BoardLine } from '#shared/analysis/duty-board.ts';
import { localTime } from '#shared/model/local-day.ts';
import type { DutyAct } from './duty-dialog.tsx';
import styles from './duty.module.css';
import { type DutyState, dutyStates } from './duty-state.ts';
import { StateBadge } from './state-badge.tsx';

export interface DutyRow {
  line: BoardLine;
  state: DutyState;
  unit: string;
}

/** Everybody on the lists of the day, those first who are not there. */
export function DutyPeople(props: {
  rows: readonly DutyRow[];
  utcOffsetMinutes: number;
  onChoose: (id: string) => void;
  onAct: (act: DutyAct) => void;
}) {
  const text = useText();
  const { selectedId, select } = useView();
  const { utcOffsetMinutes, onAct } = props;
  /** Rows of people whom nobody knows can be chosen too. */
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useMemo(
    () => [...props.rows].sort((a, b) => dutyStates.indexOf(a.state) - dutyStates.indexOf(b.state)),
    [props.rows],
  );
  const placesOf = ({ line }: DutyRow) => {
    const [first] = line.places;
    const count = line.placeCount - 1;
    if (!first) return '';
    return count === 0 ? first.name : text('duty.andMore', { name: first.name, count });
  };
  const columns: Column<DutyRow>[] = [
    {
      key: 'state',
      title: text('duty.column.state'),
      width: '112px',
      render: ({ state }) => <StateBadge state={state} />,
      sort: ({ state }) => dutyStates.indexOf(state),
    },
    textColumn('name', text('table.person'), 'minmax(88px, 1fr)', ({ line }) => line.name || '—'),
    {
      key: 'time',
      title: text('duty.column.time'),
      width: '76px',
      align: 'end',
      render: ({ line }) =>
        line.checkedInAt === null ? '—' : localTime(line.checkedInAt, utcOffsetMinutes),
      sort: ({ line }) => line.checkedInAt ?? Infinity,
    },
    textColumn('standIn', text('duty.column.standIn'), '96px', ({ line }) => {
      return line.standIn?.name ?? '';
    }),
    textColumn('places', text('duty.column.places'), 'minmax(150px, 2fr)', placesOf),
    textColumn('unit', text('table.unit'), 'minmax(120px, 1.5fr)', ({ unit }) => unit),
    textColumn('phone', text('table.phone'), '124px', ({ line }) => line.phone),
    {
      key: 'act',
      title: text('duty.column.act'),
      width: '208px',
      render: ({ line, state }) => <Actions line={line} state={state} onAct={onAct} />,
    },
  ];
  const keyOf = ({ line }: DutyRow) => line.key;
  const isShown = rows.some(({ line }) => line.key === selectedId);
  return (
    <DataTable
      label={text('duty.people')}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      selectedKey={isShown ? selectedId : chosen}
      onSelect={({ line }) => {
        setChosen(line.key);
        select(line.person?.id ?? null);
      }}
      onActivate={({ line }) => line.person && props.onChoose(line.person.id)}
      empty={text('duty.nobodyListed')}
    />
  );
}

function Actions(props: { line: BoardLine; state: DutyState; onAct: (act: DutyAct) => void }) {
  const text = useText();
  const { line, state, onAct } = props;
  const acts: DutyAct['what'][] =
    state === 'unknown' ? ['identify', 'checkIn', 'standIn'] : ['checkIn', 'standIn'];
  return (
    <>
      {acts.map((what) => (
        <button
          key={what}
          type="button"
          data-row-action
          tabIndex={-1}
          className={styles.action}
          onClick={() => onAct({ what, line })}
        >
          {text(textKey(`duty.act.${what}`))}
        </button>
      ))}
    </>
  );
}
