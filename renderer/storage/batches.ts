import type { RecordKind } from '#shared/model/record.ts';

/** Rows that are read or stored in one go: some milliseconds' worth. */
export const batchSize = 200;
/** Kinds whose records are heavy. */
const heavyBatch: Partial<Record<RecordKind, number>> = { dutyList: 10, street: 10 };
/** How many records of a kind are read or stored in one go. */
export const batchOf = (kind: RecordKind) => heavyBatch[kind] ?? batchSize;

/** Hands rows on in batches, each stored by tasks of its own. */
export async function eachBatch<Row>(
  rows: readonly Row[],
  size: number,
  store: (batch: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let i = 0; i < rows.length; i += size) await store(rows.slice(i, i + size));
}
