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
  // Ground of several zones beyond the outline, but not along it, says no more than their overlap does.
  if (defect.kind === 'outside' && !defect.alongBoundary) return false;
  return (
    defect.widthM < toleranceM &&
    defect.lengthM > 3 * defect.widthM &&
    partiesOf(defect).length >= 2
  );
}

/**
 * Whether a face is no longer than a corner may be off: what lies between slivers where several zones
 * meet in it. By itself it is ground like any other.
 */
function isFragment(defect: Defect, toleranceM: number): boolean {
  return defect.lengthM < 3 * toleranceM;
}

/** Answers of {@link hasCornerAcross}: while a coverage is edited, most defects stay as they are. */
const crossed = new WeakMap<Defect, { reach: number; answer: boolean }>();

/**
 * Whether slivers of one stretch say that borders nearly agree: they run side by side, they cross
 * again and again, they meet in a corner, or a vertex stands in two places, within `reach` of itself. A
 * single wedge between two common vertices does not: there the borders do agree, one side only left out
 * a vertex, and the ground it lost is a real gap or overlap however narrow, unless it is next to none.
 */
function isMismatch(slivers: readonly Defect[], reach: number): boolean {
  const [only] = slivers;
  if (!only || slivers.length > 1) return slivers.length > 1;
  if (only.fill >= 0.7 || only.face.areaM2 <= slipM2) return true;
  let known = crossed.get(only);
  if (known?.reach !== reach) {
    known = { reach, answer: hasCornerAcross(only.face.polygon, reach) };
    crossed.set(only, known);
  }
  return known.answer;
}

/** Whether both lie along the border between the same two parties. */
function sameBorder(a: Defect, b: Defect): boolean {
  const others = new Set(partiesOf(b));
  return partiesOf(a).filter((party) => others.has(party)).length >= 2;
}

/** Sets of numbers below `count` that grow together; the lowest number stands for each. */
class Joined {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, i) => i);
  }

  root(of: number): number {
    const { parent } = this;
    let i = of;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  }

  join(a: number, b: number): void {
    const [i, j] = [this.root(a), this.root(b)];
    this.parent[Math.max(i, j)] = Math.min(i, j);
  }
}

/** Joins slivers along one border that lie within `marginM` of each other. */
function joinAlongBorders(
  slivers: readonly Defect[],
  marginM: number,
  planar: boolean,
  joined: Joined,
): void {
  if (slivers.length === 0) return;
  const boxes = slivers.map(({ face }) => areaBounds(face.polygon));
  const tree = new Flatbush(slivers.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  slivers.forEach((sliver, i) => {
    const [west, south, east, north] = boxes[i] ?? [0, 0, 0, 0];
    const metres = localMetres([west, south], planar);
    const [x = 0, y = 0] = metres.from([-marginM, -marginM]);
    // A border that swings has hundreds of slivers within reach of each, most of them joined before.
    tree.search(x, y, east + west - x, north + south - y, (j) => {
      const other = slivers[j];
      if (j <= i || !other || joined.root(j) === joined.root(i)) return false;
      if (sameBorder(sliver, other)) joined.join(i, j);
      return false;
    });
  });
}

/** The corners of defects as text; kept, for writing numbers is slow. */
const corners = new WeakMap<Defect, string[]>();

function cornersOf(defect: Defect): string[] {
  let known = corners.get(defect);
  if (!known) {
    known = defect.face.polygon.coordinates.flat().map(([x, y]) => `${x},${y}`);
    corners.set(defect, known);
  }
  return known;
}

/**
 * Joins what meets in a corner and lies along the border of one party: a vertex where three zones meet
 * and that one of them has elsewhere leaves a sliver along each of its borders.
 */
function joinInCorners(members: readonly Defect[], joined: Joined): void {
  /** The first member of each party in each corner. */
  const firsts = new Map<string, Map<string, number>>();
  members.forEach((member, i) => {
    const parties = partiesOf(member);
    for (const corner of cornersOf(member)) {
      let here = firsts.get(corner);
      if (!here) firsts.set(corner, (here = new Map()));
      for (const party of parties) {
        const first = here.get(party);
        if (first === undefined) here.set(party, i);
        else joined.join(first, i);
      }
    }
  });
}

/**
 * Divides defects into mismatched stretches of border and real ground. Of the `noise`, which is neither,
 * only what holds slivers together matters.
 */
export function mismatchedStretches(
  defects: readonly Defect[],
  noise: readonly Defect[],
  toleranceM: number,
  planar: boolean,
): { stretches: MismatchedStretch[]; others: Defect[] } {
  const slivers = defects.filter((defect) => isSliver(defect, toleranceM));
  if (slivers.length === 0) return { stretches: [], others: [...defects] };
  const known = new Set(slivers);
  const fragments = defects.filter((d) => !known.has(d) && isFragment(d, toleranceM));
  const links = noise.filter((d) => isFragment(d, toleranceM));
  const members = [...slivers, ...fragments, ...links];
  const defectCount = slivers.length + fragments.length;
  const joined = new Joined(members.length);
  joinAlongBorders(slivers, toleranceM, planar, joined);
  joinInCorners(members, joined);
  // In degrees what is within reach is so on the meridian; to the east it is nearer still.
  const reach = planar ? toleranceM : toleranceM / (earthRadiusM * radiansPerDegree);
  // The lowest number of a group stands for it, so one with a sliver begins with one.
  const groups = [...groupBy(members.keys(), (i) => joined.root(i))].flatMap(([first, numbers]) =>
    first < slivers.length
      ? [numbers.flatMap((i) => (i < defectCount ? (members[i] ?? []) : []))]
      : [],
  );
  const stretches = groups.filter((list) => isMismatch(list, reach));
  const taken = new Set(stretches.flat());
  return {
    stretches: stretches.map((list) => ({ defects: list })),
    others: defects.filter((defect) => !taken.has(defect)),
  };
}
