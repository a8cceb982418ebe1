import { useMemo } from 'react';
import { textColumn } from '#renderer/features/tables/text-column.ts';
import { useView } from '#renderer/state/view.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { StreetDuty } from './street-duty.ts';

const figures = ['listed', 'in', 'late', 'missing', 'waiting', 'zones', 'points'] as const;

/** The day street by street: how many are in, and what is left without anybody. */
export function DutyStreets(props: {
  streets: readonly StreetDuty[];
  onChoose: (id: string) => void;
}) {
  const text = useText();
  const { selectedId } = useView();
  const columns = useMemo(
    (): Column<StreetDuty>[] => [
      textColumn('name', text('duty.column.street'), 'minmax(160px, 2fr)', ({ name }) => name),
      ...figures.map(
        (key): Column<StreetDuty> => ({
          key,
          title: text(`duty.figure.${key}`),
          width: 'minmax(84px, 1fr)',
          align: 'end',
          render: (street) => (street[key] === 0 ? '—' : formatNumber(street[key])),
          sort: (street) => street[key],
        }),
      ),
    ],
    [text],
  );
  return (
    <DataTable
      label={text('duty.streets')}
      columns={columns}
      rows={props.streets}
      rowKey={({ id }) => id}
      selectedKey={selectedId}
      onSelect={({ id }) => id !== '' && props.onChoose(id)}
      empty={text('matrix.noStreets')}
    />
  );
}
