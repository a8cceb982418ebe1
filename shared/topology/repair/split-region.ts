import { radiansPerDegree } from '#shared/geo/ring-area.ts';
import { ringOfEdge } from '#shared/topology/coverage-rings.ts';
import type { Region } from '#shared/topology/dissolve-faces.ts';
import type { Overlay } from '#shared/topology/overlay-coverage.ts';
import { pieceSegments } from '#shared/topology/piece-segments.ts';
import { passesPixel } from './hot-pixel.ts';
import type { Vertex } from './snapped-pieces.ts';
import { type BorderStretch, splitBorder } from './split-border.ts';

type Sides = readonly [number, number];

/**
 * For each half-edge round a region that parties `a` and `b` share: which of them (0, 1) has its own
 * ground beyond, and takes the part of the region on this side; null when neither.
 */
function beyondOf(overlay: Overlay, { border }: Region, [a, b]: Sides): (0 | 1 | null)[] {
  const { rings, edges, arrangement } = overlay;
  const segmentsUnder = pieceSegments(arrangement.noded);
  return border.map((half) => {
    const parties = Array.from(segmentsUnder(half >> 1), (s) => {
      return rings.ringParty[ringOfEdge(rings, edges[s]!)]!;
    });
    const endsA = parties.includes(a);
    const endsB = parties.includes(b);
    // Where b ends, a goes on beyond.
    return endsA === endsB ? null : endsB ? 0 : 1;
  });
}

/** Length of a step eastward by that of one northward, at a region. */
function shrinkAt({ rings: { grid } }: Overlay, region: Region): number {
  const latitude = ((region.rings[0]!.y[0]! + grid.offsetY) / grid.stepsPerUnit) * radiansPerDegree;
  return grid.planar ? 1 : Math.cos(latitude);
}

/** A grid point in whose pixel a segment comes, as near as can be to the place t along it. */
function pointOnSegment(overlay: Overlay, half: number, t: number): Vertex | null {
  const { noded, segments } = overlay.arrangement;
  const [u, v] = half & 1 ? [noded.to, noded.from] : [noded.from, noded.to];
  const [a, b] = [u[half >> 1]!, v[half >> 1]!];
  const x = Math.round(noded.x[a]! + t * (noded.x[b]! - noded.x[a]!));
  const y = Math.round(noded.y[a]! + t * (noded.y[b]! - noded.y[a]!));
  const s = noded.segment[half >> 1]!;
  for (const dx of [0, -1, 1]) {
    for (const dy of [0, -1, 1]) {
      const [ax, ay] = [segments.ax[s]!, segments.ay[s]!];
      if (passesPixel(ax, ay, segments.bx[s]!, segments.by[s]!, x + dx, y + dy)) {
        return [x + dx, y + dy];
      }
    }
  }
  return null;
}

/**
 * Grid points in the middle of those stretches of a region's border beyond which neither party goes
 * on, as along the outline: the dividing line ends there. They have to be hot before edges are routed.
 */
export function splitEnds(overlay: Overlay, region: Region, sides: Sides): Vertex[] {
  const { noded } = overlay.arrangement;
  const beyond = beyondOf(overlay, region, sides);
  const shrink = shrinkAt(overlay, region);
  const lengths = region.border.map((half) => {
    const [u, v] = [noded.from[half >> 1]!, noded.to[half >> 1]!];
    return Math.hypot((noded.x[v]! - noded.x[u]!) * shrink, noded.y[v]! - noded.y[u]!);
  });
  const count = beyond.length;
  const start = beyond.findIndex((side, i) => side === null && beyond.at(i - 1) !== null);
  const ends: Vertex[] = [];
  for (let i = 0; start !== -1 && i < count; i++) {
    const at = (start + i) % count;
    if (beyond[at] !== null || (i > 0 && beyond[(at + count - 1) % count] === null)) continue;
    let total = 0;
    let last = at;
    for (; beyond[last % count] === null; last++) total += lengths[last % count]!;
    let rest = total / 2;
    for (let k = at; k < last; k++) {
      const length = lengths[k % count]!;
      if (rest > length) {
        rest -= length;
        continue;
      }
      const end = pointOnSegment(overlay, region.border[k % count]!, length ? rest / length : 0);
      if (end) ends.push(end);
      break;
    }
  }
  return ends;
}

/**
 * The two halves of ground that two parties share, along its middle, as closed rings: the part that
 * stays with the first, and the part that stays with the second. Null when it cannot be split.
 */
export function splitRegion(
  overlay: Overlay,
  region: Region,
  sides: Sides,
  lineOf: (half: number) => Vertex[],
): [Vertex[], Vertex[]] | null {
  if (region.rings.length !== 1) return null;
  const beyond = beyondOf(overlay, region, sides);
  const stretches = region.border
    .map((half, i): BorderStretch => ({ line: lineOf(half), beyond: beyond[i]! }))
    .filter(({ line }) => line.length > 1);
  return splitBorder(stretches, shrinkAt(overlay, region));
}
