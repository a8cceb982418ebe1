import { Button, Checkbox } from 'antd';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { HandOverUnits } from '#renderer/features/hand-over/hand-over-units.tsx';
import { usePrintHandOver } from '#renderer/features/hand-over/use-print-hand-over.ts';
import { useProject } from '#renderer/state/project.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatArea, formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { ComparedZone } from '#shared/analysis/compare-plans.ts';
import type { GroundTransfer } from '#shared/analysis/transferred-ground.ts';
import type { ZoneNumbers } from '#shared/analysis/zone-numbers.ts';
import type { HandOverLines } from '#shared/jobs/chain-session/hand-over-lines.ts';
import styles from './compare.module.css';

type NameOf = (zoneId: string | null) => string;

/** From one figure to another; a dash where the zone is not in one of the plans. */
function FromTo(props: { from: number | undefined; to: number | undefined; digits: number }) {
  const { from, to, digits } = props;
  const shown = (value: number | undefined) =>
    value === undefined ? '—' : formatNumber(value, digits);
  const isSame = shown(from) === shown(to);
  return (
    <span data-same={isSame}>
      {shown(from)} → {shown(to)}
    </span>
  );
}

/** The zones that the plans differ in, with their numbers in both. */
export function NumbersFromTo(props: {
  zones: readonly ComparedZone[];
  nameOf: NameOf;
  selectedId: string | null;
  onSelect: (zoneId: string) => void;
}) {
  const text = useText();
  const figure = (
    key: 'workload' | 'areaM2' | 'points' | 'issuesAMonth',
    width: string,
    digits: number,
    scale = 1,
  ): Column<ComparedZone> => ({
    key,
    title: text(`numbers.column.${key}`),
    width,
    align: 'end',
    render: ({ before, after }) => (
      <FromTo
        from={before ? before[key] / scale : undefined}
        to={after ? after[key] / scale : undefined}
        digits={digits}
      />
    ),
    sort: ({ before, after }) => (after?.[key] ?? 0) - (before?.[key] ?? 0),
  });
  const roundness = ({ compactness }: ZoneNumbers) => compactness?.polsbyPopper;
  const columns: Column<ComparedZone>[] = [
    {
      key: 'name',
      title: text('table.name'),
      width: 'minmax(150px, 1fr)',
      render: ({ zoneId }) => props.nameOf(zoneId),
      sort: ({ zoneId }) => props.nameOf(zoneId),
    },
    figure('workload', '150px', 1),
    figure('areaM2', '170px', 2, 10_000),
    figure('points', '120px', 0),
    figure('issuesAMonth', '150px', 1),
    {
      key: 'polsbyPopper',
      title: text('numbers.column.polsbyPopper'),
      width: '140px',
      align: 'end',
      render: ({ before, after }) => (
        <FromTo
          from={before ? roundness(before) : undefined}
          to={after ? roundness(after) : undefined}
          digits={2}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={text('compare.numbers')}
      columns={columns}
      rows={props.zones}
      rowKey={({ zoneId }) => zoneId}
      selectedKey={props.selectedId}
      onSelect={({ zoneId }) => props.onSelect(zoneId)}
      empty={text('compare.same')}
    />
  );
}

/** Who gives ground to whom. */
export function Transfers(props: { transfers: readonly GroundTransfer[]; nameOf: NameOf }) {
  const text = useText();
  const [selected, setSelected] = useState<string | null>(null);
  const keyOf = ({ fromId, toId }: GroundTransfer) => `${fromId} ${toId}`;
  const party = (key: 'fromId' | 'toId'): Column<GroundTransfer> => ({
    key,
    title: text(`compare.${key}`),
    width: 'minmax(150px, 1fr)',
    render: (transfer) => props.nameOf(transfer[key]),
    sort: (transfer) => props.nameOf(transfer[key]),
  });
  return (
    <DataTable
      label={text('compare.transfers')}
      columns={[
        party('fromId'),
        party('toId'),
        {
          key: 'areaM2',
          title: text('compare.area'),
          width: '140px',
          align: 'end',
          render: ({ areaM2 }) => formatArea(areaM2),
          sort: ({ areaM2 }) => areaM2,
        },
      ]}
      rows={props.transfers}
      rowKey={keyOf}
      selectedKey={selected}
      onSelect={(transfer) => setSelected(keyOf(transfer))}
      empty={text('compare.same')}
    />
  );
}

/** Who hands what to whom when the one plan is replaced by the other; to be printed. */
export function HandOverBetween({ sheet }: { sheet: HandOverLines | null }) {
  const text = useText();
  const today = useToday();
  const project = useProject((state) => state.project);
  const [phones, setPhones] = useState(false);
  const { progress, print } = usePrintHandOver();
  if (!sheet) return <p className={styles.quiet}>{text('handOver.working')}</p>;
  if (sheet.lines.length === 0) return <p className={styles.quiet}>{text('handOver.empty')}</p>;
  return (
    <div className={styles.sheet} tabIndex={0} role="region" aria-label={text('handOver.sheet')}>
      <div className={styles.print}>
        <Checkbox checked={phones} onChange={({ target }) => setPhones(target.checked)}>
          {text('handOver.printPhones')}
        </Checkbox>
        <Button
          size="small"
          icon={<Printer size={14} aria-hidden />}
          loading={progress !== null}
          onClick={() => void print(sheet, today, phones)}
        >
          {text('handOver.print')}
        </Button>
      </div>
      <HandOverUnits sheet={sheet} offset={project?.utcOffsetMinutes ?? 0} />
    </div>
  );
}
