/** Of a row: nothing could be read of it by itself; all but its id; all. */
export const readOf = ['nothing', 'facts', 'all'] as const;
export type ReadOfRow = (typeof readOf)[number];

/** What some rows of a table say of issues, in columns that go from thread to thread. */
export interface IssueFactsBlock {
  count: number;
  /** Number of each row in its table. */
  rows: Uint32Array<ArrayBuffer>;
  /** Index into {@link readOf}; what the other columns hold of a row of which nothing was read means nothing. */
  read: Uint8Array<ArrayBuffer>;
  ids: Uint32Array<ArrayBuffer>;
  longitude: Int32Array<ArrayBuffer>;
  latitude: Int32Array<ArrayBuffer>;
  foundAt: Float64Array<ArrayBuffer>;
  dueAt: Float64Array<ArrayBuffer>;
  closedAt: Float64Array<ArrayBuffer>;
  lostPoints: Float64Array<ArrayBuffer>;
  classWord: Uint16Array<ArrayBuffer>;
  /** -1 for none. */
  statusWord: Int16Array<ArrayBuffer>;
  /** Where the text stands in the bytes of the table. */
  textFrom: Uint32Array<ArrayBuffer>;
  textTo: Uint32Array<ArrayBuffer>;
  /** What the numbers of words mean. */
  classTexts: readonly string[];
  statusTexts: readonly string[];
}

/** Blocks of rows further and further down, each on its way; null when it could not be had. */
export type ComingBlocks = Promise<IssueFactsBlock | null>[];

/** Blocks with the bytes, here, in which their texts stand. */
export interface BlocksOfTable {
  coming: ComingBlocks;
  bytes: Uint8Array;
}
