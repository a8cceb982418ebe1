import type { CellValue } from '#shared/formats/table.ts';
import { partOfText } from '#shared/model/text-part.ts';
import { plainMomentIn } from './plain.ts';

/** Whether 03/04/2026 is the fourth of March or the third of April. */
export type DayOrder = 'month-first' | 'day-first';

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const yearFirst = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:[日号]|(?!\d))/;
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
/** Days and times of day in digits alone, as systems number their files: `20260305081230`. */
const digits = /^((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/;
const half = 'am|pm|上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上';
const clock = new RegExp(
  String.raw`^[T\s]*(?:星期.|周.)?\s*(${half})?\s*(\d{1,2})(?::(\d{1,2})|[时点](\d{1,2})?)(?:[:分](\d{1,2})?(?:\.(\d{1,6})\d*)?秒?)?分?\s*(${half})?\s*(z|[-+]\d{2}:?\d{2})?$`,
  'i',
);

/** Hour of the day that is meant by one with a word for its part of the day; NaN when there is none such. */
function hourIn(part: string, hour: number): number {
  if (/am|上午|凌晨|清晨|早/i.test(part)) return hour === 12 ? 0 : hour;
  // From eleven on it is noon; twelve in the evening may be either day.
  if (part === '中午') return hour < 11 ? hour + 12 : hour;
  if (/pm|下午|傍晚|晚上/i.test(part) && hour < 12) return hour + 12;
  return /傍晚|晚上/.test(part) && hour === 12 ? Number.NaN : hour;
}

/** Excel's day 0, 1899-12-30, and the serials taken for days: 1954 to 2119. */
const serialStart = Date.UTC(1899, 11, 30);
const serialRange = [20_000, 80_000] as const;
const dayMs = 86_400_000;

/** Order of day and month in a column, from its values: a first part over 12 can only be a day. */
export function findDayOrder(cells: Iterable<CellValue>): DayOrder {
  for (const cell of cells) {
    const match = typeof cell === 'string' ? slashed.exec(cell.trim()) : null;
    if (match && Number(match[1]) > 12) return 'day-first';
  }
  return 'month-first';
}

function readDate(
  text: string,
  order: DayOrder,
): { parts: [number, number, number]; rest: string } | null {
  const first = yearFirst.exec(text) ?? compact.exec(text);
  if (first) {
    const [whole, year, month, day] = first;
    return { parts: [Number(year), Number(month), Number(day)], rest: text.slice(whole.length) };
  }
  const last = slashed.exec(text);
  if (!last) return null;
  const [whole, one, two, year] = last;
  const [month, day] = order === 'month-first' ? [one, two] : [two, one];
  return { parts: [Number(year), Number(month), Number(day)], rest: text.slice(whole.length) };
}

function readClock(text: string): { ms: number; offset: number | null } | null {
  if (text.trim() === '') return { ms: 0, offset: null };
  const match = clock.exec(text);
  if (!match) return null;
  const [, before = '', hours, colon, word, seconds = '0', fraction = '', after = '', zone] = match;
  const minutes = colon ?? word ?? '0';
  const hour = hourIn(before || after, Number(hours));
  if (Number.isNaN(hour) || hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const whole = (hour * 60 + Number(minutes)) * 60 + Number(seconds);
  const ms = whole * 1000 + Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  if (!zone) return { ms, offset: null };
  if (/z/i.test(zone)) return { ms, offset: 0 };
  const sign = zone.startsWith('-') ? -1 : 1;
  return { ms, offset: sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) };
}

/**
 * Milliseconds since 1970 of a date with or without time, as text or as Excel's serial number; a
 * time without zone is on a clock `utcOffsetMinutes` ahead of UTC. Null when it is no date, also
 * when the calendar has no such day.
 */
export function parseMoment(
  cell: CellValue,
  utcOffsetMinutes: number,
  order: DayOrder = 'month-first',
): number | null {
  if (typeof cell === 'boolean' || cell === null) return null;
  const plain = typeof cell === 'string' ? plainMomentIn(partOfText(cell)) : Number.NaN;
  if (!Number.isNaN(plain)) return plain - utcOffsetMinutes * 60_000;
  const text = String(cell)
    .normalize('NFKC')
    .trim()
    .replace(
      digits,
      (_, y: string, m: string, d: string, h: string, min: string, s = '00') =>
        `${y}-${m}-${d} ${h}:${min}:${s}`,
    );
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (serial >= serialRange[0] && serial <= serialRange[1]) {
    return Math.round(serialStart + serial * dayMs) - utcOffsetMinutes * 60_000;
  }
  const date = readDate(text, order);
  const time = date && readClock(date.rest);
  if (!date || !time) return null;
  const [year, month, day] = date.parts;
  const midnight = Date.UTC(year, month - 1, day);
  const check = new Date(midnight);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || year < 1900) return null;
  return midnight + time.ms - (time.offset ?? utcOffsetMinutes) * 60_000;
}
