import { FormatError } from '#shared/formats/format-error.ts';
import { leastKnown, ScannedTable } from './scanned-table.ts';
import { asUtf8 } from './utf8-text.ts';

/**
 * The cells of a file that is still coming in, which may turn out to be something else or in another
 * encoding: whatever is wrong is left to whoever reads the file as a whole.
 */
export class CellsAhead {
  private readonly bytes: Uint8Array;
  private readonly encoding: string | undefined;
  private begun: ScannedTable | null = null;
  private isGivenUp = false;

  /**
   * @param bytes room for all of the file; what has not come yet is nought
   * @param encoding label of the one that the user says it is in
   */
  constructor(bytes: Uint8Array, encoding: string | undefined) {
    this.bytes = bytes;
    this.encoding = encoding;
  }

  /** The table as far as it is known; null when there is none. */
  get table(): ScannedTable | null {
    return this.isGivenUp ? null : this.begun;
  }

  /** Goes on as far as the first `known` bytes reach. */
  scan(known: number): void {
    if (this.isGivenUp || known < leastKnown) return;
    this.isGivenUp =
      this.attempt((table) => {
        const mark = this.bytes.length - table.text.bytes.length;
        table.scan(known - mark);
        return !table.scanner.isUnreadable;
      }) === null;
  }

  /** The table, all of whose bytes are there, with nothing wrong with it; null when there is none such. */
  take(encoding: string | undefined): ScannedTable | null {
    if (this.isGivenUp || encoding !== this.encoding) return null;
    return this.attempt((table) => table.finish());
  }

  /** The table after something that it can do; null when it cannot. */
  private attempt(act: (table: ScannedTable) => boolean): ScannedTable | null {
    try {
      if (!this.begun) {
        const text = asUtf8(this.bytes, this.encoding);
        if (!text) return null;
        this.begun = new ScannedTable(text);
      }
      return act(this.begun) ? this.begun : null;
    } catch (error) {
      if (error instanceof FormatError) return null;
      throw error;
    }
  }
}
