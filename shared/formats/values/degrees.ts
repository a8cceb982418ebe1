import type { CellValue } from '#shared/formats/table.ts';
import { parseNumber, plainNumber } from './number.ts';

/** Degrees, minutes and seconds with colons, hyphens or blanks between: `116:24:30.5`, `116-24-30.5`. */
const parted = /^([-+]?)(\d{1,3})\s*[:\-\s]\s*(\d{1,2})\s*[:\-\s]\s*(\d{1,2}(?:\.\d+)?)$/;

const sexagesimal =
  /^([-+]?)(\d{1,3}(?:\.\d+)?)\s*°\s*(?:(\d{1,2}(?:\.\d+)?)\s*'\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*"\s*)?$/;

/** Letters for the three signs: `116d18m30.5s`. Its last letter is no hemisphere. */
const lettered =
  /(\d)\s*d(?:eg)?\s*(\d{1,2})\s*m(?:in)?\s*(\d{1,2}(?:\.\d+)?)\s*s(?:ec)?(?=[nsew]?(?:[^a-z]|$))/i;

/** Letters and words of the hemispheres. */
export const hemisphere = /[nsew]|[北南]纬|[东西]经/i;
const hemispheres = new RegExp(hemisphere, 'gi');

/** The signs of degrees, minutes and seconds as input methods, fonts and word processors have them. */
function plainSigns(text: string): string {
  return (
    text
      .replace(lettered, '$1°$2\'$3"')
      .replace(/[º˚゜ﾟ度]/g, '°')
      // NFKC would turn ″ into two ′.
      .replace(/[″”“ʺ〃＂秒]/g, '"')
      .replace(/[′’‘ʹʼ´`＇分]/g, "'")
      .normalize('NFKC')
      .replaceAll("''", '"')
      // Surveyors write decimals behind the sign: 30″.5.
      .replace(/(\d)"\.(\d+)$/, '$1.$2"')
  );
}

/**
 * Degrees written as a decimal number or as degrees, minutes and seconds, with or without their signs
 * and the letter
 * of the hemisphere (N, S, E, W or 北纬, 南纬, 东经, 西经). Null for anything else.
 */
export function parseDegrees(cell: CellValue): number | null {
  if (typeof cell !== 'string' || plainNumber.test(cell)) return parseNumber(cell);
  const signed = plainSigns(cell);
  const side = hemisphere.exec(signed)?.[0]?.toLowerCase() ?? '';
  const text = signed.replace(hemispheres, '').trim();
  const sign = /[sw]|南纬|西经/.test(side) ? -1 : 1;
  const match = sexagesimal.exec(text) ?? parted.exec(text);
  if (!match) {
    const value = parseNumber(text);
    return value === null ? null : sign * value;
  }
  const [, minus, degrees = '', minutes, seconds] = match;
  const isMixed = degrees.includes('.') && (minutes ?? seconds) !== undefined;
  if (isMixed || Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return null;
  const value = Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  return sign * (minus === '-' ? -value : value);
}
