import type { CommandResult } from '#shared/edits/command.ts';
import type { Patch } from '#shared/edits/patch.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';
import { RepairRefused } from '#shared/topology/repair/repair-question.ts';

export type Refusal = Extract<CommandResult, { refused: string }> & {
  /** The record that would be left without ground. */
  vanishedId?: string;
};

/** Ground of rings that enclose nothing, as doubles see it, in m². */
const noGroundM2 = 1e-6;

/**
 * The patch that gives records their new ground; those of `mendIds` were to be mended, and
 * `newRecord` is one that is not there yet. Refuses when a record would be left without any.
 */
export function groundPatch(
  document: DocumentView,
  grounds: ReadonlyMap<string, Ground | null>,
  mendIds: readonly string[] = [],
  newRecord?: AnyRecord,
): { patch: Patch } | Refusal {
  const records: AnyRecord[] = [];
  for (const [id, ground] of grounds) {
    const record = id === newRecord?.id ? newRecord : document.get(id);
    if (!record) continue;
    // What never had any ground stays as it is, unless it is what was to be mended.
    const was = 'geometry' in record ? (record.geometry as Area) : null;
    const isBystander = !mendIds.includes(id) && was !== null && areaM2(was) < noGroundM2;
    if (ground === null && isBystander) continue;
    if (ground === null) {
      return {
        refused: 'edit.repairRefused.vanish',
        params: { zone: recordTitle(record) },
        vanishedId: id,
      };
    }
    records.push({ ...record, geometry: ground as Area } as AnyRecord);
  }
  return putPatch(document, records);
}

/** What `divide` answers, or in words why ground cannot be divided so. @throws what else it throws */
export function refusedOr<T>(document: DocumentView, divide: () => T): { answer: T } | Refusal {
  try {
    return { answer: divide() };
  } catch (error) {
    if (!(error instanceof RepairRefused)) throw error;
    const zone = error.zoneId === null ? undefined : document.get(error.zoneId);
    return {
      refused: `edit.repairRefused.${error.reason}`,
      ...(zone && { params: { zone: recordTitle(zone) } }),
    };
  }
}
