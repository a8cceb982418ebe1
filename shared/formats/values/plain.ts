import type { TextPart } from '#shared/model/text-part.ts';

const dot = 0x2e;
const minus = 0x2d;
const colon = 0x3a;
const blank = 0x20;
const letterT = 0x54;
const dayMs = 86_400_000;

/** Powers of ten that a double holds exactly. */
const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * A number as programs write it (`-12.5`), read sign by sign since there are millions of them; NaN for
 * all others. Up to 2⁵³ its digits and the power of ten are exact, and so is the one division.
 */
export function plainNumberIn({ bytes, from, to }: TextPart): number {
  let at = from;
  const isNegative = bytes[at] === minus;
  if (isNegative) at += 1;
  const first = at;
  let digits = 0;
  let point = -1;
  for (; at < to; at += 1) {
    const code = bytes[at] as number;
    if (code === dot && point < 0 && at > first) {
      point = at;
      continue;
    }
    const digit = code - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    digits = digits * 10 + digit;
  }
  const decimals = point < 0 ? 0 : to - point - 1;
  const whole = to - first - (point < 0 ? 0 : decimals + 1);
  if (whole < 1 || whole > 15 || point === to - 1) return Number.NaN;
  if (digits > Number.MAX_SAFE_INTEGER || decimals > 22) return Number.NaN;
  const value = digits / (powers[decimals] as number);
  return isNegative ? 0 - value : value;
}

/** Value of `count` digits; NaN when they are none. */
function digitsAt(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Days since 1970 of a day of the Gregorian calendar (Howard Hinnant, days_from_civil), years from 0. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * 146_097 + days - 719_468;
}

/**
 * Milliseconds since 1970 of `2026-03-05 08:12:30` in UTC, as programs write it, with or without time;
 * NaN for all others, and for days after the 28th, which need the calendar.
 */
export function plainMomentIn({ bytes, from, to }: TextPart): number {
  const length = to - from;
  if (length !== 10 && length !== 16 && length !== 19) return Number.NaN;
  if (bytes[from + 4] !== minus || bytes[from + 7] !== minus) return Number.NaN;
  const year = digitsAt(bytes, from, 4);
  const month = digitsAt(bytes, from + 5, 2);
  const day = digitsAt(bytes, from + 8, 2);
  const isDay = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  if (!isDay) return Number.NaN;
  const midnight = daysSince1970(year, month, day) * dayMs;
  if (length === 10) return midnight;
  const between = bytes[from + 10];
  if (between !== blank && between !== letterT) return Number.NaN;
  if (bytes[from + 13] !== colon) return Number.NaN;
  if (length === 19 && bytes[from + 16] !== colon) return Number.NaN;
  const hour = digitsAt(bytes, from + 11, 2);
  const minute = digitsAt(bytes, from + 14, 2);
  const second = length === 19 ? digitsAt(bytes, from + 17, 2) : 0;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000;
}
