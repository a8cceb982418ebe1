import { CellsLook, type LookedAt } from './cells-look.ts';
import { CellScanner, type ScannedRows } from './scan.ts';
import type { TextRow } from './text-row.ts';

/** The lower part of a table that is scanned apart from the upper one. */
export interface LowerPart {
  /** The whole text in UTF-8; what is not asked for may be nought. */
  bytes: Uint8Array;
  delimiter: string;
  /** Where the first of its rows begins, if the upper part has no row that reaches over that. */
  from: number;
}

/** What was found in a lower part, for whoever has the upper one. */
export interface ScannedPart {
  rows: ScannedRows;
  look: LookedAt;
}

/** Scans the rows of a lower part while the bytes of it come in. */
export class LowerPartScan {
  private readonly scanner: CellScanner;
  private readonly look: CellsLook;

  constructor({ bytes, delimiter, from }: LowerPart) {
    this.scanner = new CellScanner(bytes, delimiter, { from });
    this.look = new CellsLook(this.scanner);
  }

  /** Its rows that hold something; which columns they have is said by `keep`. */
  get rows(): readonly TextRow[] {
    return this.look.rows;
  }

  keep(columns: readonly number[]): void {
    this.look.keep(columns);
  }

  /** Goes on as far as the first `known` bytes of the text reach. @throws FormatError as the scanner does */
  scan(known: number): void {
    this.scanner.scan(known, (row) => this.look.at(row, this.scanner.hasPlus));
  }

  /** What was found, when all is scanned; null when it cannot be read. */
  found(): ScannedPart | null {
    const { isUnreadable, from, ends, firsts, rowCount, width, openRow } = this.scanner;
    if (isUnreadable) return null;
    return {
      rows: {
        from,
        ends: ends.slice(0, firsts[rowCount]),
        firsts: firsts.slice(0, rowCount + 1),
        rowCount,
        width,
        openRow,
      },
      look: this.look.told,
    };
  }
}
