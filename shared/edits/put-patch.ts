import type { DocumentView } from '#shared/model/document-view.ts';
import { type AnyRecord, recordSchemas } from '#shared/model/record.ts';
import type { Refusal } from './command.ts';
import { emptyPatch, isEmptyPatch, type Patch } from './patch.ts';
import { recordTitle } from './record-title.ts';
import { sameRecord } from './same-record.ts';

/**
 * The patch that puts `records` into the document: new ones added, known ones updated, equal ones
 * left alone. Refuses as a whole when one does not fit its schema, changes its kind, would be a second
 * project, or when nothing would change.
 */
export function putPatch(
  document: DocumentView,
  records: readonly AnyRecord[],
): { patch: Patch } | Refusal {
  const patch = emptyPatch();
  for (const record of records) {
    const parsed = recordSchemas[record.kind].safeParse(record);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return {
        refused: 'edit.refused.invalid',
        params: {
          title: recordTitle(record),
          field: issue?.path.join('.') ?? '',
          detail: issue?.message ?? '',
        },
      };
    }
    const to = parsed.data as AnyRecord;
    const from = document.get(to.id);
    if (from && from.kind !== to.kind) {
      return { refused: 'edit.refused.kind', params: { title: recordTitle(from) } };
    }
    if (!from && to.kind === 'project') return { refused: 'edit.refused.project' };
    delete patch.updated[to.id];
    if (!from) patch.added[to.id] = to;
    else if (!sameRecord(from, to)) patch.updated[to.id] = [from, to];
  }
  return isEmptyPatch(patch) ? { refused: 'edit.refused.unchanged' } : { patch };
}
