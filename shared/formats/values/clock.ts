import type { CellValue } from '#shared/formats/table.ts';

const clock =
  /^(上午|下午|凌晨|早上|am|pm)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})?秒?)?分?\s*(am|pm|上午|下午)?$/i;

/**
 * Milliseconds since midnight of a time of day, as text (6:31, 06:31:05, 6时31分, 下午1:05) or as Excel's
 * part of a day (0.27). Null when it is no time of day.
 */
export function parseClock(cell: CellValue): number | null {
  if (typeof cell === 'number' || (typeof cell === 'string' && /^0?\.\d+$/.test(cell.trim()))) {
    const part = Number(cell);
    return part >= 0 && part < 1 ? Math.round(part * 86_400) * 1000 : null;
  }
  if (typeof cell !== 'string') return null;
  const match = clock.exec(cell.normalize('NFKC').trim());
  if (!match) return null;
  const [, before = '', hours = '', minutes = '0', seconds = '0', after = ''] = match;
  const half = before + after;
  let hour = Number(hours);
  if (/pm|下午/i.test(half) && hour < 12) hour += 12;
  if (/am|上午|凌晨/i.test(half) && hour === 12) hour = 0;
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
