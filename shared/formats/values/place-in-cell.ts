import type { Position } from 'geojson';
import { hemisphere, parseDegrees } from './degrees.ts';

/** `116.3, 39.9`: two numbers with decimals, so that no date or range is taken for a place. */
const numbers = /^\(?\s*(-?\d{1,8}\.\d{3,})\s*[,，;；\s]\s*(-?\d{1,8}\.\d{3,})\s*\)?$/;

/** Where the second of two coordinates may begin. */
const between = /[,，;；、/|\s]+|(?=[nsew]|[东西]经|[北南]纬)|(?<=[nsew])/gi;

/** What tells degrees of a place from those of a thermometer: minutes behind them. */
const mark = /[°º˚゜ﾟ度]\s*\d|\d\s*d(eg)?\s*\d/i;

/** Everything a coordinate is written with, besides its hemisphere. */
const signs = /^[-+.\d\s:°º˚゜ﾟ度'′’‘ʹʼ´`＇分"″”“ʺ〃＂秒０-９．deginmsc]*$/i;

const longest = 80;

/** One coordinate with its hemisphere; null when it is none, or more than one. */
function coordinate(text: string): { value: number; side: string } | null {
  const sides = text.replace(/\d\s*s(ec)?\b/i, '').match(new RegExp(hemisphere, 'gi')) ?? [];
  if (sides.length > 1 || (sides.length === 0 && !mark.test(text))) return null;
  const value = signs.test(text.replace(hemisphere, '')) ? parseDegrees(text) : null;
  const side = (sides[0] ?? '').toLowerCase();
  return value === null ? null : { value, side: /[ns]|纬/.test(side) ? 'ns' : side && 'ew' };
}

/**
 * Both coordinates of a place in one cell: two decimal numbers, or two of degrees with their signs or
 * hemispheres (`N39°57′30″ E116°18′30″`), which say which of them is the longitude; else they stay in
 * their order. Null for anything else.
 */
export function placeInCell(cell: string): Position | null {
  if (cell.length > longest) return null;
  const plain = numbers.exec(cell);
  if (plain) return [Number(plain[1]), Number(plain[2])];
  if (!(mark.test(cell) || hemisphere.test(cell))) return null;
  for (const { index, 0: gap } of cell.matchAll(between)) {
    const first = coordinate(cell.slice(0, index));
    const second = first && coordinate(cell.slice(index + gap.length));
    if (!first || !second || (first.side !== '' && first.side === second.side)) continue;
    const isTurned = first.side === 'ns' || second.side === 'ew';
    return isTurned ? [second.value, first.value] : [first.value, second.value];
  }
  return null;
}
