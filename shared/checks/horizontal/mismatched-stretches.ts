import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import { radiansPerDegree, earthRadiusM } from '#shared/geo/ring-area.ts';
import type { Defect } from './defect.ts';

/** Slivers along one stretch of a border that two parties draw nearly, but not quite, alike. */
export interface MismatchedStretch {
  defects: Defect[];
}

/** A single sliver of less ground than this (m²) is a slip of the hand, not ground in dispute. */
const slipM2 = 0.5;

const outline = 'boundary';

/** Those whose borders run along a sliver: zones and, at the edge, the outline. */
function partiesOf(defect: Defect): string[] {
  const { zoneIds, atBoundary } = defect;
  return atBoundary || defect.kind === 'outside' ? [...zoneIds, outline] : zoneIds;
}

function isSliver(defect: Defect, toleranceM: number): boolean {
  return (
    defect.widthM < toleranceM &&
    defect.lengthM > 3 * defect.widthM &&
    partiesOf(defect).length >= 2
  );
}

/**
 * Whether slivers of one stretch say that borders nearly agree. A single wedge between two common
 * vertices does not: there the borders do agree, one side only left out a vertex, and the ground
 * it lost is a real gap or overlap however narrow. Borders that run side by side (as a strip) or
 * cross each other again and again do; so does a wedge of next to no ground.
 */
function isMismatch(slivers: readonly Defect[]): boolean {
  const [only] = slivers;
  if (!only || slivers.length > 1) return slivers.length > 1;
  return only.fill >= 0.7 || only.face.areaM2 <= slipM2;
}

function sameBorder(a: Defect, b: Defect): boolean {
  const others = new Set(partiesOf(b));
  return partiesOf(a).filter((party) => others.has(party)).length >= 2;
}

/** Divides defects into mismatched stretches of border and real ground. */
export function mismatchedStretches(
  defects: readonly Defect[],
  toleranceM: number,
  planar: boolean,
): { stretches: MismatchedStretch[]; others: Defect[] } {
  const slivers = defects.filter((defect) => isSliver(defect, toleranceM));
  const boxes = new Map<Defect, Bounds>(slivers.map((d) => [d, areaBounds(d.face.polygon)]));
  const margin = planar ? toleranceM : toleranceM / (earthRadiusM * radiansPerDegree);
  const stretches: Defect[][] = [];
  for (const sliver of slivers) {
    const box = boxes.get(sliver);
    const near = stretches.filter((stretch) =>
      stretch.some((other) => {
        const otherBox = boxes.get(other);
        return box && otherBox && boundsMeet(box, otherBox, margin) && sameBorder(sliver, other);
      }),
    );
    for (const stretch of near) stretches.splice(stretches.indexOf(stretch), 1);
    stretches.push([...near.flat(), sliver]);
  }
  const mismatched = stretches.filter(isMismatch);
  const taken = new Set(mismatched.flat());
  return {
    stretches: mismatched.map((list) => ({ defects: list })),
    others: defects.filter((defect) => !taken.has(defect)),
  };
}
