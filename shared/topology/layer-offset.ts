import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import { ringOfEdge } from './coverage-rings.ts';
import type { PackedCoverage } from './packed-coverage.ts';

/** By how much all zones lie off the boundary, as when the two are in different systems. */
export interface LayerOffset {
  /** From the boundary to the zones, in metres. */
  eastM: number;
  northM: number;
  /** Share of the boundary's long edges that the zones repeat at this offset, 0 to 1. */
  share: number;
}

/** Edges of the boundary that are looked for among the zones' edges: the longest ones. */
const sampleSize = 400;
/** Fewer would find an offset in anything regular. */
export const leastEdges = 6;
/** Less of the boundary off than this is a defect of its own, not a shifted layer. */
export const leastShare = 0.6;
/** Edges of which so many are alike say nothing. */
const mostAlike = 50;
/** Less is a border drawn carelessly, not another system. */
const leastOffsetM = 0.3;

/** Metres by which edges may differ, and by which offsets may: systems do not differ evenly. */
interface Tolerance {
  edgeM: number;
  offsetM: number;
}

/** A plain shift first; then as uneven as GCJ-02 is over a district of 50 km. */
const tolerances: Tolerance[] = [
  { edgeM: 0.3, offsetM: 5 },
  { edgeM: 2, offsetM: 40 },
];

interface Edges {
  /** Vector and end (boundary) or start (zones) of each edge, in metres. */
  dx: number[];
  dy: number[];
  x: number[];
  y: number[];
}

function edgesInMetres(
  coverage: PackedCoverage,
  residue: Int32Array,
  ofBoundary: boolean,
  kx: number,
  ky: number,
): Edges {
  const { rings, boundaryParty, zoneIds } = coverage;
  const edges: Edges = { dx: [], dy: [], x: [], y: [] };
  for (const e of residue) {
    const party = rings.ringParty[ringOfEdge(rings, e)]!;
    if (ofBoundary ? party !== boundaryParty : party >= zoneIds.length) continue;
    // The boundary runs the other way round: its edges are turned to be compared.
    const start = ofBoundary ? e + 1 : e;
    const end = ofBoundary ? e : e + 1;
    edges.dx.push((rings.x[end]! - rings.x[start]!) * kx);
    edges.dy.push((rings.y[end]! - rings.y[start]!) * ky);
    edges.x.push(rings.x[start]! * kx);
    edges.y.push(rings.y[start]! * ky);
  }
  return edges;
}

function cell(x: number, y: number, size: number): string {
  return `${Math.round(x / size)},${Math.round(y / size)}`;
}

function* cellsAround(x: number, y: number, size: number): Generator<string> {
  for (const i of [-size, 0, size])
    for (const j of [-size, 0, size]) yield cell(x + i, y + j, size);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

/** The offset for which most of the outline's longest edges vote; null when too few agree. */
function votedOffset(
  outline: Edges,
  zones: Edges,
  { edgeM, offsetM }: Tolerance,
): LayerOffset | null {
  const byVector = new Map<string, number[]>();
  zones.dx.forEach((dx, i) => {
    const key = cell(dx, zones.dy[i]!, edgeM);
    const list = byVector.get(key);
    if (list === undefined) byVector.set(key, [i]);
    else list.push(i);
  });
  const lengths = outline.dx.map((dx, i) => Math.hypot(dx, outline.dy[i]!));
  const sample = [...lengths.keys()].sort((a, b) => lengths[b]! - lengths[a]!).slice(0, sampleSize);
  const votes = new Map<string, { edge: number; x: number; y: number }[]>();
  for (const edge of sample) {
    for (const key of cellsAround(outline.dx[edge]!, outline.dy[edge]!, edgeM)) {
      const alike = byVector.get(key) ?? [];
      if (alike.length > mostAlike) continue;
      for (const i of alike) {
        const x = zones.x[i]! - outline.x[edge]!;
        const y = zones.y[i]! - outline.y[edge]!;
        const place = cell(x, y, offsetM);
        const list = votes.get(place);
        if (list === undefined) votes.set(place, [{ edge, x, y }]);
        else list.push({ edge, x, y });
      }
    }
  }
  let best: { edge: number; x: number; y: number }[] = [];
  let most = 0;
  for (const list of votes.values()) {
    const { x, y } = list[0]!;
    const near = [...cellsAround(x, y, offsetM)].flatMap((key) => votes.get(key) ?? []);
    const count = new Set(near.map(({ edge }) => edge)).size;
    if (count > most) {
      most = count;
      best = near;
    }
  }
  const share = sample.length === 0 ? 0 : most / sample.length;
  if (most < leastEdges || share < leastShare) return null;
  const eastM = median(best.map(({ x }) => x));
  const northM = median(best.map(({ y }) => y));
  if (Math.hypot(eastM, northM) < leastOffsetM) return null;
  return { eastM, northM, share };
}

/**
 * Looks for one offset at which the zones' outer borders repeat the boundary: edges are compared by
 * their vectors, and each pair that agrees votes for the offset between the two. Null when most of
 * the boundary matches already, or no offset explains enough of it.
 * `residue` are the edges that do not cancel.
 */
export function layerOffset(coverage: PackedCoverage, residue: Int32Array): LayerOffset | null {
  const { rings, bounded, boundaryParty } = coverage;
  if (!bounded || rings.partyRing[boundaryParty] === rings.partyRing[boundaryParty + 1])
    return null;
  const { grid } = rings;
  const first = rings.ringStart[rings.partyRing[boundaryParty]!]!;
  const last = rings.ringStart[rings.partyRing[boundaryParty + 1]!]!;
  const ky = (grid.planar ? 1 : radiansPerDegree * earthRadiusM) / grid.stepsPerUnit;
  const latitude = ((rings.y[first]! + grid.offsetY) / grid.stepsPerUnit) * radiansPerDegree;
  const kx = grid.planar ? ky : ky * Math.cos(latitude);
  const outline = edgesInMetres(coverage, residue, true, kx, ky);
  if (outline.x.length < leastEdges || outline.x.length < leastShare * (last - first)) return null;
  const zones = edgesInMetres(coverage, residue, false, kx, ky);
  for (const tolerance of tolerances) {
    const found = votedOffset(outline, zones, tolerance);
    if (found) return found;
  }
  return null;
}
