import { FormatError } from './format-error.ts';

/**
 * What a file may hold at most. Far over what a district has (a million issues, two million
 * vertices), and low enough that a file made to hurt ends in a sentence.
 */
export const limits = {
  columns: 500,
  rows: 5_000_000,
  /** Places of a KML, each with names and values of its own. */
  placemarks: 1_000_000,
  cells: 60_000_000,
  positions: 10_000_000,
  cellLength: 100_000,
  /** Depth of groups, blocks, folders and elements within each other. */
  depth: 64,
  unpackedBytes: 768 * 1024 ** 2,
} as const;

/** Counts what a reader takes in. @throws FormatError `format.tooLarge` over a limit */
export class Meter {
  private rowCount = 0;
  private positionCount = 0;
  private cellCount = 0;
  private readonly mostRows: number;

  constructor(mostRows: number = limits.rows) {
    this.mostRows = mostRows;
  }

  rows(count: number, columns = 1): void {
    this.rowCount += count;
    this.cellCount += count * columns;
    if (this.rowCount > this.mostRows) this.refuse('rows', this.mostRows);
    if (this.cellCount > limits.cells) this.refuse('cells', limits.cells);
  }

  positions(count: number): void {
    this.positionCount += count;
    if (this.positionCount > limits.positions) this.refuse('positions', limits.positions);
  }

  private refuse(what: 'rows' | 'cells' | 'positions', limit: number): never {
    throw new FormatError(`format.tooLarge.${what}`, { limit });
  }
}

/** @throws FormatError when there are more columns than any table has */
export function checkColumns(count: number): void {
  if (count > limits.columns) {
    throw new FormatError('format.tooManyColumns', { limit: limits.columns });
  }
}
