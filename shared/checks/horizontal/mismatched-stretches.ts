import Flatbush from 'flatbush';
import { areaBounds } from '#shared/geo/bounds.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import type { Defect } from './defect.ts';
import { hasCornerAcross } from './sliver-sides.ts';

/** Slivers along one stretch of a border that two parties draw nearly, but not quite, alike. */
export interface MismatchedStretch {
  defects: Defect[];
}

/** A single sliver of less ground than this (m²) is a slip of the hand, not ground in dispute. */
const slipM2 = 0.5;

const outline = 'boundary';

/**
 * Those whose borders run along a sliver: zones and, at the edge, the outline. An inlet or a spike
 * only ends there.
 */
function partiesOf({ zoneIds, alongBoundary }: Defect): string[] {
  return alongBoundary ? [...zoneIds, outline] : zoneIds;
}

function isSliver(defect: Defect, toleranceM: number): boolean {
  return (
    defect.widthM < toleranceM &&
    defect.lengthM > 3 * defect.widthM &&
    partiesOf(defect).length >= 2
  );
}

/**
 * Whether slivers of one stretch say that borders nearly agree: they run side by side, they cross
 * again and again, or a vertex stands in two places, within `reach` of itself. A single wedge between two
 * common vertices does not: there the borders do agree, one side only left out a vertex, and the
 * ground it lost is a real gap or overlap however narrow, unless it is next to none.
 */
function isMismatch(slivers: readonly Defect[], reach: number): boolean {
  const [only] = slivers;
  if (!only || slivers.length > 1) return slivers.length > 1;
  if (only.fill >= 0.7 || only.face.areaM2 <= slipM2) return true;
  return hasCornerAcross(only.face.polygon, reach);
}

const commonParties = (a: Defect, b: Defect) => {
  const others = new Set(partiesOf(b));
  return partiesOf(a).filter((party) => others.has(party)).length;
};

/** Whether both lie along the border between the same two parties. */
function sameBorder(a: Defect, b: Defect): boolean {
  return commonParties(a, b) >= 2;
}

/** Whether they lie along one border of one party and end in the same corner of two others. */
function sameCorner(a: Defect, b: Defect): boolean {
  const places = new Set(a.face.polygon.coordinates.flat().map(String));
  const touch = b.face.polygon.coordinates.flat().some((place) => places.has(String(place)));
  return touch && a.kind === b.kind && commonParties(a, b) >= 1;
}

/** Groups of slivers that belong together and lie within `marginM` of each other. */
function grouped(
  slivers: readonly Defect[],
  marginM: number,
  planar: boolean,
  together: (a: Defect, b: Defect) => boolean,
): Defect[][] {
  if (slivers.length === 0) return [];
  const boxes = slivers.map(({ face }) => areaBounds(face.polygon));
  const tree = new Flatbush(slivers.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  const parent = slivers.map((_, i) => i);
  const root = (of: number): number => {
    let i = of;
    while (parent[i] !== i) i = parent[i] = parent[parent[i] ?? i] ?? i;
    return i;
  };
  slivers.forEach((sliver, i) => {
    const [west, south, east, north] = boxes[i] ?? [0, 0, 0, 0];
    const metres = localMetres([west, south], planar);
    const [x = 0, y = 0] = metres.from([-marginM, -marginM]);
    let own = root(i);
    // A border that swings has hundreds of slivers within reach of each, most of them joined before.
    tree.search(x, y, east + west - x, north + south - y, (j) => {
      const other = slivers[j];
      if (j <= i || parent[j] === own || !other) return false;
      const its = root(j);
      if (its !== own && together(sliver, other)) {
        const [low, high] = own < its ? [own, its] : [its, own];
        parent[high] = low;
        own = low;
      }
      return false;
    });
  });
  return [...groupBy(slivers.keys(), root).values()].map((group) =>
    group.flatMap((i) => slivers[i] ?? []),
  );
}

/** Divides defects into mismatched stretches of border and real ground. */
export function mismatchedStretches(
  defects: readonly Defect[],
  toleranceM: number,
  planar: boolean,
): { stretches: MismatchedStretch[]; others: Defect[] } {
  const slivers = defects.filter((defect) => isSliver(defect, toleranceM));
  // In degrees what is within reach is so on the meridian; to the east it is nearer still.
  const reach = planar ? toleranceM : toleranceM / (earthRadiusM * radiansPerDegree);
  const mismatched = grouped(slivers, toleranceM, planar, sameBorder).filter((list) =>
    isMismatch(list, reach),
  );
  const wedges = mismatched.filter(([first, ...more]) => first && !more.length && first.fill < 0.7);
  const stretches = mismatched.filter((list) => !wedges.includes(list));
  stretches.push(...grouped(wedges.flat(), 0, planar, sameCorner));
  const taken = new Set(stretches.flat());
  return {
    stretches: stretches.map((list) => ({ defects: list })),
    others: defects.filter((defect) => !taken.has(defect)),
  };
}
