import type { Patch } from '#shared/edits/patch.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { RecordKind, RecordOf } from '#shared/model/record.ts';

/** What readers would see if the patch had been applied. The document stays as it is. */
export function patchedView(document: DocumentView, patch: Patch): DocumentView {
  const get: DocumentView['get'] = (id) => {
    if (patch.removed[id]) return undefined;
    return patch.updated[id]?.[1] ?? patch.added[id] ?? document.get(id);
  };
  const removed = new Set(Object.keys(patch.removed));
  const updated = new Map(Object.entries(patch.updated));
  return {
    get,
    find: <K extends RecordKind>(kind: K, id: string) => {
      const record = get(id);
      return record?.kind === kind ? (record as RecordOf<K>) : undefined;
    },
    all: <K extends RecordKind>(kind: K) => {
      const all: RecordOf<K>[] = [];
      // Not by `get`: of tens of thousands of records each is looked up once, not five times.
      for (const record of document.all(kind)) {
        const { id } = record;
        if (removed.size > 0 && removed.has(id)) continue;
        const now = updated.get(id)?.[1] ?? record;
        if (now.kind === kind) all.push(now as RecordOf<K>);
      }
      for (const record of Object.values(patch.added)) {
        if (record.kind === kind) all.push(record as RecordOf<K>);
      }
      return all;
    },
  };
}
