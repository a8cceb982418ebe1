import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Defect } from './defect.ts';
import { scopeOf, type SoundZone } from './sound-areas.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';

/** Rounding of areas, as a share. */
const rounding = 1e-9;

const sameArea = (a: number, b: number) => Math.abs(a / b - 1) <= rounding;

/**
 * The zones of an overlap that is the whole ground of each of them: the same ground drawn with other
 * vertices. Null when some zone has more ground, or answers for other issue classes.
 */
export function sameGround(
  { face, zoneIds }: Defect,
  zones: readonly SoundZone[],
  planar: boolean,
): SoundZone[] | null {
  const own = zones.filter(({ id }) => zoneIds.includes(id));
  if (new Set(own.map(scopeOf)).size > 1) return null;
  const same = own.every(({ geometry }) => sameArea(areaM2(geometry, planar), face.areaM2));
  return same ? own : null;
}

/**
 * A defect with the twins of its zones: of the same ground entered several times only the first takes
 * part in the check, but all of them lie over it.
 */
export function withTwins(defect: Defect, duplicates: readonly SoundZone[][]): Defect {
  if (defect.kind === 'gap' || duplicates.length === 0) return defect;
  const zoneIds = defect.zoneIds.flatMap((id) => {
    return duplicates.find(([first]) => first?.id === id)?.map((twin) => twin.id) ?? [id];
  });
  return { ...defect, zoneIds };
}

/** Whether an overlap with more zones names all twins on all their ground already. */
export function isToldByOverlap(duplicate: DraftFinding, found: readonly DraftFinding[]): boolean {
  return found.some(({ rule, recordIds, areaM2: size }) => {
    const all = duplicate.recordIds.every((id) => recordIds.includes(id));
    return rule === 'overlap' && all && sameArea(size ?? 0, duplicate.areaM2 ?? 0);
  });
}
