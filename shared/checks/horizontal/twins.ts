import type { DraftFinding } from '#shared/checks/finding.ts';
import { type Defect, gridStepM } from './defect.ts';
import { scopeOf, type SoundZone } from './sound-areas.ts';

/** Rounding of areas, as a share. */
const rounding = 1e-9;

/**
 * The zones of an overlap that is the whole ground of each of them, but for what the grid takes: the
 * same ground drawn with other vertices. Null when some zone has more ground, or answers for other
 * issue classes. `zoneOf` knows the zones that take part, with their ground on the grid in m².
 */
export function sameGround(
  { face, zoneIds, lengthM }: Defect,
  zoneOf: (id: string) => { zone: SoundZone; areaM2: number } | null,
  planar: boolean,
): SoundZone[] | null {
  // Rounding moves each border by half a step at most.
  const noiseM2 = lengthM * gridStepM(planar);
  const own = zoneIds.flatMap((id) => zoneOf(id) ?? []);
  const same = own.every(({ areaM2 }) => {
    return Math.abs(areaM2 - face.areaM2) <= Math.max(face.areaM2 * rounding, noiseM2);
  });
  const group = own.map(({ zone }) => zone);
  return same && new Set(group.map(scopeOf)).size === 1 ? group : null;
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

/** Areas on the grid may be less than those drawn by this share. */
const onGrid = 0.999;

/** Whether an overlap with more zones names all twins on all their ground already. */
export function isToldByOverlap(duplicate: DraftFinding, found: readonly DraftFinding[]): boolean {
  return found.some(({ rule, recordIds, areaM2: size }) => {
    const all = duplicate.recordIds.every((id) => recordIds.includes(id));
    return rule === 'overlap' && all && (size ?? 0) >= (duplicate.areaM2 ?? 0) * onGrid;
  });
}
