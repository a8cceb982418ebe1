import type { CellValue } from '#shared/formats/table.ts';

/** As programs write it, which most are. */
export const plainNumber = /^-?\d{1,15}(?:\.\d+)?$/;

/** A number as offices write it: full-width digits, thousands separators, a unit behind; null if none. */
export function parseNumber(cell: CellValue): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  if (plainNumber.test(cell)) return Number(cell) + 0;
  const text = cell.normalize('NFKC').trim();
  const match =
    /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(?:e([-+]?\d{1,3}))?\s*[a-z²㎡%°件分米]*$/i.exec(
      text,
    );
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  const digits = `${match[1]}${(match[2] ?? '0').replaceAll(',', '')}${match[3] ?? ''}`;
  const value = Number(match[4] === undefined ? digits : `${digits}e${match[4]}`);
  return Number.isFinite(value) ? value + 0 : null;
}
