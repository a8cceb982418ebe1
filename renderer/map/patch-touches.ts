import type { Patch } from '#shared/edits/patch.ts';
import type { RecordKind } from '#shared/model/record.ts';

/** Whether a patch adds, changes or removes any record of a kind. */
export function patchTouches(patch: Patch, kind: RecordKind): boolean {
  return (
    Object.values(patch.added).some((record) => record.kind === kind) ||
    Object.values(patch.removed).some((record) => record.kind === kind) ||
    Object.values(patch.updated).some(([, record]) => record.kind === kind)
  );
}
