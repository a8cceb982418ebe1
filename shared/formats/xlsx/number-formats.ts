import { parseXml } from '#shared/formats/xml/parse-xml.ts';
import type { CellValue } from '#shared/formats/table.ts';

/** What the format of a cell makes of its number. */
export type NumberKind = 'number' | 'day' | 'moment' | 'time' | { zeros: number };

/** Formats with a number of their own, by ECMA-376 part 1, 18.8.30, and the Chinese ones. */
const builtIn: Record<number, NumberKind> = {
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'day',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'moment',
  45: 'time',
  46: 'time',
  47: 'time',
};
for (let id = 27; id <= 36; id++) builtIn[id] = id >= 32 && id <= 35 ? 'time' : 'day';
for (let id = 50; id <= 58; id++) builtIn[id] = id >= 55 && id <= 56 ? 'time' : 'day';

/** Signs of a format's code, of which spreadsheet programs allow 255. */
const longestCode = 255;

/** What a format's code makes of a number: only whether it is a day, a time or filled with zeros. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code.slice(0, longestCode).split(';');
  const plain = first
    .replace(/"[^"]*"|\\./g, '')
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/^0{2,}$/.test(plain)) return { zeros: plain.length };
  const hasDay = /[yd年日]/.test(plain);
  const hasTime = /[hs时]|\[m+\]/.test(plain);
  if (hasDay) return hasTime ? 'moment' : 'day';
  if (hasTime) return 'time';
  return /^[^0#?]*m+[^0#?]*$/.test(plain) && plain !== 'general' ? 'day' : 'number';
}

/** Kind of each cell style, by its number. */
export async function readStyles(xml: string | null): Promise<NumberKind[]> {
  const kinds: NumberKind[] = [];
  if (xml === null) return kinds;
  const formats = new Map<number, NumberKind>();
  let inCells = false;
  await parseXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const code = attributes['formatCode'] ?? '';
        formats.set(Number(attributes['numFmtId']), kindOfFormat(code));
      }
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      kinds.push(formats.get(id) ?? builtIn[id] ?? 'number');
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}

const dayMs = 86_400_000;
/** Excel's day 0 as milliseconds since 1970, in its usual and its Macintosh calendar. */
const dayZero = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
/** A 29 February 1900 that never was: days before it are counted from one day later. */
const leapDay = 60;

function instantOf(value: number, from1904: boolean): Date {
  const ms = Math.round(value * dayMs);
  if (from1904) return new Date(dayZero[1904] + ms);
  return new Date(dayZero[1900] + ms + (value >= 1 && value < leapDay ? dayMs : 0));
}

/** The number of a cell as the sheet shows it: days and times as ISO text, codes with their zeros. */
export function shownNumber(value: number, kind: NumberKind, from1904: boolean): CellValue {
  if (typeof kind === 'object') {
    const isCode = Number.isInteger(value) && value >= 0 && value < 1e15;
    return isCode ? String(value).padStart(kind.zeros, '0') : value;
  }
  if (kind === 'number') return value;
  const instant = instantOf(value, from1904);
  if (Number.isNaN(instant.getTime()) || value < 0 || value > 3_000_000) return value;
  const text = instant.toISOString();
  const clock = text.slice(11, 19);
  if (kind === 'time' && value < 1) return clock;
  const hasClock = kind !== 'day' && clock !== '00:00:00';
  return hasClock || kind === 'moment' ? `${text.slice(0, 10)} ${clock}` : text.slice(0, 10);
}
