import type { CellValue } from '#shared/formats/table.ts';
import { parseNumber, plainNumber } from './number.ts';

/** Degrees, minutes and seconds with colons, hyphens or blanks between: `116:24:30.5`, `116-24-30.5`. */
const parted = /^([-+]?)(\d{1,3})\s*[:\-\s]\s*(\d{1,2})\s*[:\-\s]\s*(\d{1,2}(?:\.\d+)?)$/;

const sexagesimal =
  /^([-+]?)(\d{1,3})\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*["″秒]\s*)?$/;

/**
 * Degrees written as a decimal number or as degrees, minutes and seconds, with or without their signs
 * and the letter
 * of the hemisphere (N, S, E, W or 北纬, 南纬, 东经, 西经). Null for anything else.
 */
export function parseDegrees(cell: CellValue): number | null {
  if (typeof cell !== 'string' || plainNumber.test(cell)) return parseNumber(cell);
  const side = /[nsew]|[北南]纬|[东西]经/i.exec(cell)?.[0]?.toLowerCase() ?? '';
  // NFKC would turn ″ into two ′.
  const text = cell
    .replaceAll('″', '"')
    .replaceAll('”', '"')
    .normalize('NFKC')
    .replace(/[nsew]|[北南]纬|[东西]经/gi, '')
    .replaceAll('’', "'")
    .replaceAll("''", '"')
    .trim();
  const sign = /[sw]|南纬|西经/.test(side) ? -1 : 1;
  const match = sexagesimal.exec(text) ?? parted.exec(text);
  if (!match) {
    const value = parseNumber(text);
    return value === null ? null : sign * value;
  }
  const [, minus, degrees, minutes = '0', seconds = '0'] = match;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return sign * (minus === '-' ? -value : value);
}
