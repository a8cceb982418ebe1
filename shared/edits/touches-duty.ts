import type { RecordKind } from '#shared/model/record.ts';
import { changesOf, type Patch } from './patch.ts';

/** Kinds by which ground, or a seat, passes from one hand to another. */
const dutyKinds: readonly RecordKind[] = ['zone', 'post', 'street', 'community', 'point'];

/** Whether a change may pass ground or a seat from one hand to another. */
export function touchesDuty(patch: Patch): boolean {
  return changesOf(patch).some(([from, to]) => {
    const record = to ?? from;
    return record !== null && dutyKinds.includes(record.kind);
  });
}
