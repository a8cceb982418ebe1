import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import type { CrsChoice } from './crs-choice.ts';
import type { ComingBlocks } from './issue-facts-columns.ts';

/** What rows are read for. */
export interface FactsPurpose {
  /** Names of the table's columns, and which of the text each is. */
  columns: readonly string[];
  kept: readonly number[];
  mapping: TableMapping;
  system: CrsChoice;
  /** Minutes by which the project's clock is before UTC. */
  offset: number;
}

/** The lower rows of a table, which another thread has as well. */
export interface LowerRows {
  /** Begins to read what they say of issues; blocks of them, in their order. */
  read(purpose: FactsPurpose, signal: AbortSignal): ComingBlocks;
}

/** Lower rows with what whoever has them must be told of their table. */
export interface LowerRowsOfTable {
  rows: LowerRows;
  kept: readonly number[];
  /** Of the text in which they stand, here. */
  bytes: Uint8Array;
}
