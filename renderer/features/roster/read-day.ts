import type { CellOption } from '#renderer/ui/cell-editor.tsx';
import type { Translate } from '#renderer/ui/use-text.ts';
import { parseMoment } from '#shared/formats/values/moment.ts';

/** A day as somebody types it, as `YYYY-MM-DD`; without a year, of the year of `today`. Null: no day. */
export function readDay(text: string, today: string): string | null {
  const typed = text.normalize('NFKC').trim();
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed);
  const time = parseMoment(short ? `${today.slice(0, 4)}-${short[1]}-${short[2]}` : typed, 0);
  return time === null ? null : new Date(time).toISOString().slice(0, 10);
}

/** Days that are often meant. */
export function usualDays(text: Translate, today: string, open: boolean): CellOption[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const monthEnd = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const days = [
    { id: today, label: today, hint: text('roster.today') },
    { id: monthEnd, label: monthEnd, hint: text('roster.monthEnd') },
    { id: `${year}-12-31`, label: `${year}-12-31`, hint: text('roster.yearEnd') },
  ];
  return open
    ? [...days, { id: 'open', label: '', hint: text('roster.openEnd') }]
    : [
        days[0] as CellOption,
        {
          ...days[0],
          id: `${year}-01-01`,
          label: `${year}-01-01`,
          hint: text('roster.yearStart'),
        } as CellOption,
      ];
}
