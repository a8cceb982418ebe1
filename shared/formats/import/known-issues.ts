import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { IdWords } from '#shared/model/id-words.ts';
import { issueTotal } from '#shared/model/issue-total.ts';
import { IdTable } from './id-table.ts';

/** Issues of a project and of the rows read so far, by their ids. */
export class KnownIssues {
  /** How many the project has: their numbers come before those of new ones. */
  readonly count: number;
  private readonly ids: IdTable;
  private readonly chunks: readonly IssueChunk[];
  /** Chunk and index of each issue of the project. */
  private readonly chunkOf: Uint32Array;
  private readonly indexOf: Uint32Array;
  /** Row of the table that is about an issue, 0 for none. */
  private readonly rows: Uint32Array;

  constructor(chunks: readonly IssueChunk[], rowCount: number) {
    const most = issueTotal(chunks);
    this.ids = new IdTable(most + rowCount);
    this.chunks = chunks;
    this.chunkOf = new Uint32Array(most);
    this.indexOf = new Uint32Array(most);
    for (const [place, chunk] of chunks.entries()) {
      for (let index = 0; index < chunk.count; index += 1) {
        const number = this.ids.numberOf(chunk.ids.subarray(4 * index, 4 * index + 4));
        this.chunkOf[number] = place;
        this.indexOf[number] = index;
      }
    }
    this.count = this.ids.count;
    this.rows = new Uint32Array(this.count + rowCount);
  }

  /** Number of the issue with an id; a new one gets the next. */
  numberOf(id: IdWords): number {
    return this.ids.numberOf(id);
  }

  /** Row that was about the issue, 0 for none. */
  rowOf(number: number): number {
    return this.rows[number] as number;
  }

  /** Whether a row was about the issue with this id. */
  isRead(id: IdWords): boolean {
    const number = this.ids.find(id);
    return number >= 0 && this.rowOf(number) > 0;
  }

  noteRow(number: number, row: number): void {
    this.rows[number] = row;
  }

  /** Where the project has an issue of its own. */
  placeOf(number: number): { chunk: IssueChunk; index: number } {
    const chunk = this.chunks[this.chunkOf[number] as number] as IssueChunk;
    return { chunk, index: this.indexOf[number] as number };
  }
}
