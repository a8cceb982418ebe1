import type { AuditRow } from '#shared/edits/audit.ts';
import { issueChunksInRow } from '#shared/edits/issue-chunks-in-row.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { nextTask } from '#shared/jobs/next-task.ts';
import { batchOf } from './batches.ts';
import type { ChunkParts } from './chunk-parts.ts';
import { EditCount } from './counting.ts';
import { headKey, parseHead } from './project-head.ts';
import { headOf, isLarge, slicesOf } from './stored-row.ts';

/** So many parts are on their way to the database at a time: it is never waited for with idle hands. */
const lanes = 3;

/**
 * Stores an edit: records, audit row and counts in one strict transaction. Resolves when it is on the disk. All
 * of it is asked for before the first answer is there, so that nothing that the window does meanwhile comes
 * between, unless it brings issues or is large; of many records only as many at a time as {@link batchOf} says for their kind.
 * @throws DOMException as the database does; then nothing is stored. So it is when the sequence is taken:
 *   a second writer can never overwrite the first.
 */
export async function storeRow(
  database: IDBDatabase,
  parts: ChunkParts,
  row: AuditRow,
): Promise<void> {
  const isSliced = isLarge(row);
  // Not in the task of the edit itself: what it did is much already.
  if (isSliced) await nextTask();
  const fresh = parts.fresh(issueChunksInRow(row));
  for (const part of fresh) parts.note(part);
  const pairs = pairsOf(row.patch);
  const kinds = new Set(pairs.map(({ kind }) => kind));
  const transaction = database.transaction(
    ['audit', 'issuePart', 'rowSlice', ...kinds],
    'readwrite',
    {
      durability: 'strict',
    },
  );
  const stored = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('the transaction was aborted')),
    );
  });
  // Told below, also where something else fails first.
  stored.catch(() => undefined);
  try {
    const audit = transaction.objectStore('audit');
    const whole = parts.storedRow(row);
    if (!isSliced) audit.add(whole);
    const head = audit.get(headKey);
    let last: IDBRequest = head;
    if (isSliced) {
      let count = 0;
      // One after the other, each in a task of its own.
      for (const slice of slicesOf(whole)) {
        // oxlint-disable-next-line no-await-in-loop -- the next one waits for this one
        await answered(last);
        last = transaction.objectStore('rowSlice').add(slice);
        count += 1;
      }
      audit.add(headOf(whole, count));
    }
    const rest = fresh.values();
    // In each lane one after the other, each in a task of its own, none in that of the edit: each is some megabytes.
    const lane = async () => {
      let before: IDBRequest = audit.get(headKey);
      for (const part of rest) {
        // oxlint-disable-next-line no-await-in-loop -- the next one waits for this one
        await answered(before);
        before = transaction.objectStore('issuePart').add(parts.noteHashed(part));
      }
      await answered(before);
    };
    if (fresh.length > 0) {
      await Promise.all(Array.from({ length: lanes }, lane));
      last = audit.get(headKey);
    }
    const counting = new EditCount(row, parts);
    let weight = 0;
    for (const { kind, id, isThere, to } of pairs) {
      const store = transaction.objectStore(kind);
      if (isThere) {
        const before = store.get(id);
        before.addEventListener('success', () => counting.leaving(kind, before.result));
      }
      if (to) {
        const record = parts.stored(to);
        counting.coming(kind, record);
        last = store.put(record);
      } else last = store.delete(id);
      weight += 1 / batchOf(kind);
      if (weight < 1) continue;
      weight = 0;
      // oxlint-disable-next-line no-await-in-loop -- the next batch waits for this one
      await answered(last);
    }
    if (last.readyState === 'pending') await answered(last);
    const after = counting.headAfter(parseHead(head.result));
    if (after) audit.put(after);
    transaction.commit();
    await stored;
  } catch (error) {
    for (const part of fresh) parts.forget(part);
    // What was asked for before is taken back; where the transaction is over already, it has said why.
    if (!transaction.error) abort(transaction);
    throw transaction.error ?? error;
  }
}

interface Pair {
  kind: RecordKind;
  id: string;
  /** Whether something lies in its place, as far as the edit knows. */
  isThere: boolean;
  to: AnyRecord | null;
}

/** What a patch does to rows, those that go first. */
function pairsOf({ removed, updated, added }: Patch): Pair[] {
  return [
    ...Object.values(removed).map(({ kind, id }) => ({ kind, id, isThere: true, to: null })),
    ...Object.values(updated).map(([, to]) => ({ kind: to.kind, id: to.id, isThere: true, to })),
    ...Object.values(added).map((to) => ({ kind: to.kind, id: to.id, isThere: false, to })),
  ];
}

function answered(request: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('the request failed')),
    );
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // It was over already.
    console.warn(error);
  }
}
