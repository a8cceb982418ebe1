import { formatArea, formatNumber } from '#renderer/ui/format.ts';

const sign = (value: number, shown: string) =>
  value > 0 ? `+${shown}` : value < 0 ? `\u2212${shown}` : shown;

/** A difference with its sign, in the unit that reads best; `0` when nothing changes. */
export function signedArea(squareMetres: number): string {
  // What rounds to nothing has no sign.
  if (Math.abs(squareMetres) < 0.005) return '0 m²';
  return sign(squareMetres, formatArea(Math.abs(squareMetres)));
}

/** A difference of whole things, or of an average with one decimal below ten. */
export function signedCount(value: number, isAverage = false): string {
  const size = Math.abs(value);
  const digits = isAverage && size < 10 && size > 0 ? 1 : 0;
  const shown = formatNumber(size, digits);
  return Number(shown.replaceAll(',', '')) === 0 ? '0' : sign(value, shown);
}
