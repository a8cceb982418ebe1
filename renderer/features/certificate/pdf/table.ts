import { margin, textWidth } from './page.ts';
import { lowest } from './print.ts';
import { inks, type Sheet } from './sheet.ts';

export interface TableContent {
  title: string;
  /** Said in place of the table when there are no rows. */
  empty: string;
  /** Widths in points; together they fill the page. */
  columns: readonly { title: string; width: number; align?: 'left' | 'right' }[];
  rows: readonly (readonly string[])[];
}

const size = 8;
const leading = 11;
const pad = 4;

/** Prints tables one below the other, over as many sheets as they take. */
export class TablePrinter {
  private readonly next: () => Sheet;
  /** Sheets that are full, to be taken by whoever prints. */
  readonly done: Sheet[] = [];
  private sheet: Sheet;
  private y: number;

  /** Begins on the first sheet that `next` gives, or on one that is printed down to `start.y`. */
  constructor(next: () => Sheet, start?: { sheet: Sheet; y: number }) {
    this.next = next;
    this.sheet = start?.sheet ?? next();
    this.y = start?.y ?? margin + 14;
  }

  /** The sheet that was not full yet. */
  get last(): Sheet {
    return this.sheet;
  }

  /** Sheet and baseline with so many points free below; begins another sheet where they are not. */
  room(height: number): { sheet: Sheet; y: number } {
    if (this.y + height > lowest) this.turn();
    return { sheet: this.sheet, y: this.y };
  }

  private turn(): void {
    this.done.push(this.sheet);
    this.sheet = this.next();
    this.y = margin + 14;
  }

  private cells(
    columns: TableContent['columns'],
    cells: readonly (readonly string[])[],
    weight: 400 | 600,
  ): void {
    let x = margin;
    columns.forEach(({ width, align = 'left' }, i) => {
      const most = width - 2 * pad;
      const edge = align === 'left' ? x + pad : x + width - pad;
      (cells[i] ?? []).forEach((line, row) => {
        this.sheet.text(line, edge, this.y + row * leading, { size, weight, align }, most);
      });
      x += width;
    });
  }

  private head({ columns }: TableContent): void {
    this.sheet.box(margin, this.y - 10, textWidth, 14, inks.panel);
    this.cells(
      columns,
      columns.map(({ title }) => [title]),
      600,
    );
    this.y += 16;
  }

  /** Yields after each sheet that is full. */
  *print(table: TableContent): Generator<void> {
    if (this.y + 60 > lowest) {
      this.turn();
      yield;
    }
    this.sheet.text(table.title, margin, this.y, { size: 12, weight: 600 });
    this.y += 18;
    if (table.rows.length === 0) {
      this.sheet.text(table.empty, margin, this.y, { size: 9, colour: inks.quiet });
      this.y += 30;
      return;
    }
    this.head(table);
    for (const row of table.rows) {
      const cells = table.columns.map(({ width }, i) => {
        return this.sheet.lines(row[i] ?? '', width - 2 * pad, { size });
      });
      const height = Math.max(1, ...cells.map((lines) => lines.length)) * leading + 3;
      if (this.y + height - leading > lowest) {
        this.turn();
        yield;
        this.head(table);
      }
      this.cells(table.columns, cells, 400);
      this.y += height;
      this.sheet.rule(margin, this.y - leading + 2.5, textWidth);
    }
    this.y += 24;
  }
}
