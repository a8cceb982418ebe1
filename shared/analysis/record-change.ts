import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

/** A record before and after an edit; null where there was none or is none. */
export type RecordChange = readonly [from: AnyRecord | null, to: AnyRecord | null];

/** Ground that a record stands for; null for records that are no areas, and for none. */
export function groundOf(record: AnyRecord | null): Area | null {
  switch (record?.kind) {
    case 'zone':
      return zoneGround(record);
    case 'exception':
    case 'street':
    case 'community':
      return record.geometry;
    default:
      return null;
  }
}

/** A record whose ground an edit changes. */
export interface GroundEdit {
  /** The record as it is afterwards, or as it was where it is no more. */
  record: AnyRecord;
  before: Area | null;
  after: Area | null;
}

const answering = new Set<RecordKind>(['zone', 'exception']);

/**
 * The records whose ground changes: zones and exceptions; only where none of them does, streets and
 * communities, which otherwise but follow.
 */
export function groundEdits(
  changes: readonly RecordChange[],
  isReal: (edit: GroundEdit) => boolean,
): GroundEdit[] {
  const edits = changes.flatMap(([from, to]): GroundEdit[] => {
    const record = to ?? from;
    const [before, after] = [groundOf(from), groundOf(to)];
    return record && before !== after ? [{ record, before, after }] : [];
  });
  const real = edits.filter(isReal);
  const own = real.filter(({ record }) => answering.has(record.kind));
  return own.length > 0 ? own : real;
}
