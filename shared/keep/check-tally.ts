import { type RecordKind, recordKinds } from '#shared/model/record.ts';
import type { IntegrityProblem } from './check-integrity.ts';
import { hashRecord, type RecordHash } from './record-hash.ts';
import { count, isSameTally, kindOfTally, type Tally } from './tally.ts';

/**
 * What counts and hashes tell and no single record does. `counts`: there are fewer or more records than were
 * stored; `contents`: as many, but one of them is another than was stored; `cut`: the log ends too early.
 */
export interface TableProblem {
  what: 'counts' | 'contents' | 'cut';
  /** Kind of the records; `project` for the log. */
  kind: RecordKind;
  /** How many were counted as they were stored, and how many there are. */
  kept: number;
  found: number;
}

/** What is known of each record as it lies in the database, before any schema reads it. */
export type StoredHashes = ReadonlyMap<RecordKind, ReadonlyMap<string, RecordHash>>;

/**
 * Holds what is there against what was counted when it was stored. What the problems of single records
 * explain, because the log tells how they should be, is not told again. Nothing is told where the counts do
 * not speak of this log and schema: see {@link speaksOf}.
 */
export function checkTally(
  kept: Tally,
  found: Tally,
  problems: readonly IntegrityProblem[],
  hashes: StoredHashes,
): TableProblem[] {
  const tables: TableProblem[] = [];
  if (kept.sequence > found.sequence) {
    tables.push({ what: 'cut', kind: 'project', kept: kept.sequence, found: found.sequence });
  }
  if (!speaksOf(kept, found)) return tables;
  const mended = structuredClone(found);
  for (const { id, stored, logged } of problems) {
    const hash = stored && hashes.get(stored.kind)?.get(id);
    if (hash) count(mended, stored.kind, hash, -1);
    if (logged) count(mended, logged.kind, hashRecord(logged), 1);
  }
  for (const kind of recordKinds) {
    const [was, is] = [kindOfTally(kept, kind), kindOfTally(mended, kind)];
    if (isSameTally(was, is)) continue;
    const what = was.count === is.count ? 'contents' : 'counts';
    tables.push({ what, kind, kept: was.count, found: is.count });
  }
  return tables;
}

/**
 * Whether counts can be held against what was found: a build that does not count has added nothing to the log
 * since, and the records have not been brought to another schema.
 */
export function speaksOf(kept: Tally, found: Tally): boolean {
  return kept.schema === found.schema && kept.sequence >= found.sequence;
}
