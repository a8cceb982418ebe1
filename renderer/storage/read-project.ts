import type { EntityTable, Table } from 'dexie';
import type { AuditRow } from '#shared/edits/audit.ts';
import { eachStep, inSlices } from '#shared/jobs/slices.ts';
import type { StoredHashes } from '#shared/keep/check-tally.ts';
import { hashRecord, type RecordHash } from '#shared/keep/record-hash.ts';
import { count, type Tally } from '#shared/keep/tally.ts';
import { type AnyRecord, type RecordKind, recordKinds } from '#shared/model/record.ts';
import { batchOf, batchSize } from './batches.ts';
import { type ChunkPart, ChunkParts, chunkReference, partsOfRow } from './chunk-parts.ts';
import { tallyAt } from './counting.ts';
import { parsePart, parseRow, parseSlice, parseStored } from './parse-stored.ts';
import type { ProjectDatabase } from './project-database.ts';
import { headKey, type ProjectHead, readHead } from './project-head.ts';
import { StorageError, toStorageError } from './storage-error.ts';
import type { SliceKey, StoredRow, StoredSlice } from './stored-row.ts';

export interface StoredProject {
  records: AnyRecord[];
  audit: AuditRow[];
}

/** A project as it is stored, with what was counted when it was and what is there now. */
export interface CountedProject extends StoredProject {
  head: ProjectHead;
  found: Tally;
  hashes: StoredHashes;
}

/** Everything, with counts and hashes of all records as they lie there. @throws StorageError */
export async function loadCounted(database: ProjectDatabase): Promise<CountedProject> {
  const found = tallyAt(0);
  const hashes = new Map(recordKinds.map((kind) => [kind, new Map<string, RecordHash>()]));
  const stored = await load(database, new ChunkParts(), (kind, value) => {
    const hash = hashRecord(value);
    count(found, kind, hash, 1);
    hashes.get(kind)?.set((value as AnyRecord).id, hash);
  });
  found.sequence = stored.audit.length;
  return { ...stored, found, hashes };
}

/**
 * Everything, as of one moment. @throws StorageError
 * @param parts told of all chunks of issues.
 * @param see called with every record as it lies there, before its schema reads it.
 */
export async function load(
  database: ProjectDatabase,
  parts: ChunkParts,
  see: (kind: RecordKind, value: unknown) => void,
): Promise<StoredProject & { head: ProjectHead }> {
  try {
    const { raw, head, rows, kept, slices } = await database.transaction(
      'r',
      database.tables,
      async () => {
        const raw = new Map<RecordKind, unknown[]>();
        for (const kind of recordKinds) {
          raw.set(kind, await readAll(database.recordTable(kind), batchOf(kind)));
        }
        const head = await readHead(database);
        const kept = await readAll(database.issuePart, 1);
        const rows = await readAll(database.audit, batchSize, headKey);
        return { raw, head, kept, rows, slices: await readAll(database.rowSlice, 1) };
      },
    );
    await inSlices(eachStep(kept, (part) => parts.note(parsePart(part))));
    const byPart = new Map(kept.map((one) => [one.part, one.chunk]));
    const records: AnyRecord[] = [];
    for (const [kind, values] of raw) {
      const take = (value: unknown) => {
        see(kind, asItLies(value, byPart));
        records.push(parseStored(kind, value, parts));
      };
      await inSlices(eachStep(values, take));
    }
    const projects = records.filter((record) => record.kind === 'project');
    if (projects.length !== 1) {
      throw new StorageError('damaged', `${projects.length} project records`);
    }
    const audit: AuditRow[] = [];
    const sliced = new SlicedRows();
    await inSlices(eachStep(slices, (slice) => sliced.add(parseSlice(slice))));
    const next = (row: unknown) => {
      const due = audit.length + 1;
      audit.push(parseRow(row, due, sliced.of(due), parts));
    };
    await inSlices(eachStep(rows, next));
    return { records, audit, head };
  } catch (error) {
    throw toStorageError(error, 'cannot-open');
  }
}

/** Audit rows after `sequence`, oldest first. @throws StorageError */
export async function rowsAfter(
  database: ProjectDatabase,
  parts: ChunkParts,
  sequence: number,
): Promise<AuditRow[]> {
  try {
    const rows = await database.audit.where('sequence').above(sequence).sortBy('sequence');
    const sliced = new SlicedRows();
    for (const one of rows) {
      const { slices = 0 } = one as StoredRow;
      for (let place = 0; place < slices; place++) {
        const slice = await database.rowSlice.get([one.sequence, place]);
        if (slice) sliced.add(parseSlice(slice));
      }
    }
    const referring = [...rows, ...sliced.all()];
    for (const part of new Set(referring.flatMap(partsOfRow))) {
      const kept = parts.has(part) ? undefined : await database.issuePart.get(part);
      if (kept) parts.note(parsePart(kept));
    }
    return rows.map((row, i) => {
      const due = sequence + 1 + i;
      return parseRow(row, due, sliced.of(due), parts);
    });
  } catch (error) {
    throw toStorageError(error, 'cannot-open');
  }
}

/** Slices of large rows, by the row. */
class SlicedRows {
  private readonly bySequence = new Map<number, StoredSlice[]>();

  add(slice: StoredSlice): void {
    const [sequence] = slice.key;
    const known = this.bySequence.get(sequence);
    if (known) known.push(slice);
    else this.bySequence.set(sequence, [slice]);
  }

  of(sequence: number): readonly StoredSlice[] {
    return this.bySequence.get(sequence) ?? [];
  }

  all(): StoredSlice[] {
    return [...this.bySequence.values()].flat();
  }
}

/** A record as the database holds it, a chunk of issues with its columns. */
function asItLies(value: unknown, byPart: ReadonlyMap<string, ChunkPart['chunk']>): unknown {
  const { success, data } = chunkReference.safeParse(value);
  return success ? (byPart.get(data.part) ?? value) : value;
}

/**
 * All rows of a table by their keys, those after `first` if it is given, read in batches: each is brought in by a task of its own, so that
 * the window is never held up. Inside a transaction they are of one moment.
 */
async function readAll<Row, Key extends string | number | SliceKey>(
  table: Table<Row, Key> | EntityTable<Row, never, Row>,
  size: number,
  first: Key | null = null,
): Promise<Row[]> {
  const { keyPath } = table.schema.primKey;
  const rows: Row[] = [];
  for (let last: unknown = first; ; ) {
    const after = last === null ? table.toCollection() : table.where(':id').above(last);
    const batch = await after.limit(size).toArray();
    for (const row of batch) rows.push(row as Row);
    if (batch.length < size) return rows;
    last = (batch.at(-1) as Record<string, unknown>)[keyPath as string];
  }
}
