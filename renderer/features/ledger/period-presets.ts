import dayjs, { type Dayjs } from 'dayjs';
import type { Translate } from '#renderer/ui/use-text.ts';

/** Periods that are asked for most, counted from today. */
export function periodPresets(
  today: string,
  text: Translate,
): { label: string; value: [Dayjs, Dayjs] }[] {
  const now = dayjs(today);
  const last = now.subtract(1, 'month');
  // Quarters begin in January, April, July and October.
  const quarter = now.month(Math.floor(now.month() / 3) * 3).startOf('month');
  return [
    { label: text('ledger.preset.month'), value: [now.startOf('month'), now] },
    {
      label: text('ledger.preset.lastMonth'),
      value: [last.startOf('month'), last.endOf('month')],
    },
    { label: text('ledger.preset.quarter'), value: [quarter, now] },
    { label: text('ledger.preset.year'), value: [now.startOf('year'), now] },
  ];
}
