import { useMemo } from 'react';
import { textColumn } from '#renderer/features/tables/text-column.ts';
import { useView } from '#renderer/state/view.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { chainLevels } from '#shared/chain/chain-place.ts';
import type { BoardPlace } from '#shared/analysis/duty-board.ts';
import { localTime } from '#shared/model/local-day.ts';

/** Places of which nobody was there at the cut-off, with those who should have been. */
export function DutyPlaces(props: {
  places: readonly BoardPlace[];
  streetName: (id: string | null) => string;
  nameOf: (key: string) => string;
  utcOffsetMinutes: number;
  /** Whether the cut-off has passed. */
  due: boolean;
  onChoose: (id: string) => void;
}) {
  const text = useText();
  const { selectedId } = useView();
  const { places, streetName, nameOf, utcOffsetMinutes, due } = props;
  const columns = useMemo((): Column<BoardPlace>[] => {
    const since = ({ coveredAt }: BoardPlace) =>
      coveredAt === null
        ? text(due ? 'duty.nobodyNow' : 'duty.nobodyYet')
        : text('duty.coveredSince', { time: localTime(coveredAt, utcOffsetMinutes) });
    return [
      textColumn('name', text('table.name'), 'minmax(160px, 1.5fr)', ({ name }) => name),
      {
        key: 'level',
        title: text('duty.column.level'),
        width: '96px',
        render: ({ level }) => text(textKey(`kind.${level}`)),
        sort: ({ level }) => chainLevels.indexOf(level),
      },
      textColumn('street', text('duty.column.street'), 'minmax(120px, 1fr)', ({ streetId }) =>
        streetName(streetId),
      ),
      textColumn('state', text('duty.column.state'), '160px', since),
      textColumn('who', text('duty.column.who'), 'minmax(160px, 2fr)', ({ keys }) =>
        keys.map(nameOf).join('、'),
      ),
    ];
  }, [text, due, utcOffsetMinutes, streetName, nameOf]);
  return (
    <DataTable
      label={text('duty.places')}
      columns={columns}
      rows={places}
      rowKey={({ id }) => id}
      selectedKey={selectedId}
      onSelect={({ id }) => props.onChoose(id)}
      onActivate={({ id }) => props.onChoose(id)}
      empty={text('duty.allCovered')}
    />
  );
}
