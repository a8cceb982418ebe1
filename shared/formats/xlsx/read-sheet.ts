import { FormatError } from '#shared/formats/format-error.ts';
import { limits, Meter } from '#shared/formats/limits.ts';
import type { Merge } from '#shared/formats/sheet/merges.ts';
import type { Pause } from '#shared/formats/source/turns.ts';
import type { CellValue } from '#shared/formats/table.ts';
import { parseXml } from '#shared/formats/xml/parse-xml.ts';
import { type NumberKind, shownNumber } from './number-formats.ts';
import { unescapeText } from './parts.ts';

/** What a sheet is read with: its name, and what all sheets of its workbook share. */
export interface SheetContext {
  name: string;
  strings: readonly string[];
  styles: readonly NumberKind[];
  from1904: boolean;
}

export interface SheetContent {
  rows: CellValue[][];
  merges: Merge[];
  /** Cells that hold an error such as #N/A. */
  errors: number;
  /** Cells with a formula whose result no program has written beside it. */
  unreckoned: number;
}

/** Rows that a sheet can have in any program. */
const mostRows = 1_048_576;

/** Row and column, from 0, of a reference such as `AB12`; null when it is none. */
export function cellPlace(reference: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!found) return null;
  let column = 0;
  for (const letter of (found[1] as string).toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(found[2]) - 1, column: column - 1 };
}

function mergeOf(reference: string): Merge | null {
  const [from = '', to = ''] = reference.split(':');
  const first = cellPlace(from);
  const last = cellPlace(to);
  if (!first || !last) return null;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

class SheetReader {
  readonly content: SheetContent = { rows: [], merges: [], errors: 0, unreckoned: 0 };
  private readonly context: SheetContext;
  private readonly meter = new Meter();
  private row = -1;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private kept = false;
  private hasFormula = false;

  constructor(context: SheetContext) {
    this.context = context;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const number = Number(attributes['r'] ?? Number.NaN);
      this.row = Number.isInteger(number) && number >= 1 ? number - 1 : this.row + 1;
      this.column = -1;
      if (this.row >= mostRows)
        throw new FormatError('format.xlsx.tooManyRows', { row: this.row + 1 });
    } else if (name === 'c') {
      const place = cellPlace(attributes['r'] ?? '');
      this.column = place ? place.column : this.column + 1;
      this.type = attributes['t'] ?? 'n';
      this.style = Number(attributes['s'] ?? 0);
      this.value = '';
      this.hasFormula = false;
    } else if (name === 'mergeCell') {
      const merge = mergeOf(attributes['ref'] ?? '');
      if (merge) this.content.merges.push(merge);
    }
    if (name === 'f') this.hasFormula = true;
    this.kept = name === 'v' || name === 't';
  }

  text(part: string): void {
    if (!this.kept) return;
    this.value += part;
    if (this.value.length > limits.cellLength) {
      const sheet = this.context.name.slice(0, 40);
      throw new FormatError('format.xlsx.hugeCell', { sheet, row: this.row + 1 });
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.kept = false;
    if (name !== 'c') return;
    if (this.value !== '') this.put();
    // A text may be empty; a number that was reckoned is not.
    else if (this.hasFormula && this.type === 'n') this.content.unreckoned += 1;
  }

  private put(): void {
    const cell = this.cell();
    if (cell === null || cell === '') return;
    if (this.column >= limits.columns) {
      throw new FormatError('format.tooManyColumns', { limit: limits.columns });
    }
    const { rows } = this.content;
    this.meter.rows(0, 1);
    while (rows.length <= this.row) rows.push([]);
    const row = rows[this.row] as CellValue[];
    while (row.length < this.column) row.push(null);
    row[this.column] = cell;
  }

  private cell(): CellValue {
    const { strings, styles, from1904 } = this.context;
    switch (this.type) {
      case 's':
        return strings[Number(this.value)] ?? null;
      case 'b':
        return this.value === '1' || this.value === 'true';
      case 'e':
        this.content.errors += 1;
        return null;
      case 'd':
        return this.value.replace('T', ' ').replace(/\.\d+Z?$|Z$/, '');
      case 'n': {
        const value = Number(this.value);
        if (!Number.isFinite(value)) return null;
        return shownNumber(value, styles[this.style] ?? 'number', from1904);
      }
      default:
        return unescapeText(this.value);
    }
  }
}

/** Cells of a worksheet: values as shown, results of formulas as last reckoned. @throws FormatError */
export async function readSheet(
  xml: string,
  context: SheetContext,
  pause?: Pause,
): Promise<SheetContent> {
  const reader = new SheetReader(context);
  const handlers = {
    open: (name: string, attributes: Readonly<Record<string, string>>) =>
      reader.open(name, attributes),
    text: (part: string) => reader.text(part),
    close: (name: string) => reader.close(name),
  };
  await parseXml(xml, handlers, pause);
  return reader.content;
}
