import type { AuditRow } from '#shared/edits/audit.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';

/**
 * Stores an edit: records and audit row in one strict transaction. Resolves when it is on the disk. All of it
 * is asked for before the first answer is there, so that nothing that the window does meanwhile comes between;
 * of many records only as many at a time as `batchOf` says for their kind.
 * @throws DOMException as the database does; then nothing is stored. So it is when the sequence is taken:
 *   a second writer can never overwrite the first.
 */
export async function storeRow(
  database: IDBDatabase,
  row: AuditRow,
  batchOf: (kind: RecordKind) => number,
): Promise<void> {
  const kinds = new Set(pairsOf(row.patch).map(({ kind }) => kind));
  const transaction = database.transaction(['audit', ...kinds], 'readwrite', {
    durability: 'strict',
  });
  const stored = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('the transaction was aborted')),
    );
  });
  // Told below, also where something else fails first.
  stored.catch(() => undefined);
  try {
    transaction.objectStore('audit').add(row);
    let weight = 0;
    for (const { kind, id, to } of pairsOf(row.patch)) {
      const store = transaction.objectStore(kind);
      const request = to ? store.put(to) : store.delete(id);
      weight += 1 / batchOf(kind);
      if (weight < 1) continue;
      weight = 0;
      // oxlint-disable-next-line no-await-in-loop -- the next batch waits for this one
      await answered(request);
    }
    transaction.commit();
  } catch (error) {
    // What was asked for before is taken back; where the transaction is over already, it has said why.
    if (!transaction.error) abort(transaction);
    throw transaction.error ?? error;
  }
  return stored;
}

/** What a patch does to rows, those that go first. */
function pairsOf(patch: Patch): { kind: RecordKind; id: string; to: AnyRecord | null }[] {
  const { removed, updated, added } = patch;
  return [
    ...Object.values(removed).map(({ kind, id }) => ({ kind, id, to: null })),
    ...Object.values(updated).map(([, to]) => ({ kind: to.kind, id: to.id, to })),
    ...Object.values(added).map((to) => ({ kind: to.kind, id: to.id, to })),
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
