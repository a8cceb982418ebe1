import { localDay } from '#shared/model/local-day.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import type { AuditRow } from './audit.ts';
import { type Patch, squashPatches } from './patch.ts';

/** What was redrawn on a day, as it stood before: by id; null for what was not there. */
export interface RedrawnDay {
  /** `YYYY-MM-DD` on the district's clock. */
  day: string;
  before: [id: string, record: AnyRecord | null][];
}

const groundKinds: readonly RecordKind[] = ['district', 'street', 'community', 'zone', 'point'];

/** Rows that still count: an edit that was taken back, and its taking back, are as if never made. */
function standing(rows: readonly AuditRow[]): AuditRow[] {
  const gone = new Set<string>();
  // The edit or its last redo, by the id of the edit.
  const latest = new Map<string, string>();
  for (const row of rows) {
    if (row.action === 'undo') {
      gone.add(row.id);
      gone.add(latest.get(row.of ?? '') ?? '');
    } else latest.set(row.of ?? row.id, row.id);
  }
  return rows.filter(({ id }) => !gone.has(id));
}

/** The part of a patch that is about ground. */
function groundPart({ added, updated, removed }: Patch): Patch {
  const ofGround = (record: AnyRecord) => groundKinds.includes(record.kind);
  const only = <T>(part: Record<string, T>, recordOf: (value: T) => AnyRecord) =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => ofGround(recordOf(value))));
  return {
    added: only(added, (record) => record),
    updated: only(updated, ([from]) => from),
    removed: only(removed, (record) => record),
  };
}

/**
 * The days on which ground was redrawn, oldest first. A day that only added ground entered what was so
 * before, as a first import does: it redrew nothing. Posts are not looked at: they have terms.
 */
export function groundLog(rows: readonly AuditRow[], utcOffsetMinutes: number): RedrawnDay[] {
  const days = new Map<string, Patch[]>();
  for (const { time, patch } of standing(rows)) {
    const ground = groundPart(patch);
    const changes = Object.keys(ground.updated).length + Object.keys(ground.removed).length;
    if (changes + Object.keys(ground.added).length === 0) continue;
    const day = localDay(Date.parse(time), utcOffsetMinutes);
    const list = days.get(day);
    if (list) list.push(ground);
    else days.set(day, [ground]);
  }
  return [...days].flatMap(([day, patches]) => {
    const { added, updated, removed } = squashPatches(patches);
    const before: RedrawnDay['before'] = [
      ...Object.entries(updated).map(([id, [from]]) => [id, from] as [string, AnyRecord]),
      ...Object.entries(removed),
    ];
    if (before.length === 0) return [];
    for (const id of Object.keys(added)) before.push([id, null]);
    return [{ day, before }];
  });
}
