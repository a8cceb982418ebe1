import type { Locale } from '#shared/model/locale.ts';

/** By their decimals: to make one takes far longer than to use it. */
const numberFormats = new Map<number, Intl.NumberFormat>();

/** 1234567.8 as `1,234,567.8` with `digits` decimals. */
export function formatNumber(value: number, digits = 0): string {
  let format = numberFormats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    numberFormats.set(digits, format);
  }
  return format.format(value);
}

/** Ground in the unit that reads best: m² below a hectare, ha below a km², else km². */
export function formatArea(squareMetres: number): string {
  const size = Math.abs(squareMetres);
  if (size < 10_000) return `${formatNumber(squareMetres, size < 100 ? 2 : 1)} m²`;
  if (size < 1_000_000) return `${formatNumber(squareMetres / 10_000, 2)} ha`;
  return `${formatNumber(squareMetres / 1_000_000, 2)} km²`;
}

/** Lengths in m below a kilometre, else km. */
export function formatLength(metres: number): string {
  if (metres < 1) return `${formatNumber(metres * 100, 1)} cm`;
  if (metres < 1000) return `${formatNumber(metres, 1)} m`;
  return `${formatNumber(metres / 1000, 2)} km`;
}

const clockFormat = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', hour12: false });

/** Clock time of a moment, `09:41:07`, on the machine's clock. */
export function formatClock(time: number): string {
  return clockFormat.format(time);
}

/** Moment as `2026-03-04 09:41`, on the clock of the district. */
export function formatMoment(time: number, utcOffsetMinutes: number): string {
  if (Number.isNaN(time)) return '';
  return new Date(time + utcOffsetMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Day as the language writes it, with its weekday. */
export function formatDay(day: string, locale: Locale): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  });
}
