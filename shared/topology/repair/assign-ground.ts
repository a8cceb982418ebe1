import Flatbush from 'flatbush';
import type { Bounds } from '#shared/geo/bounds.ts';
import { arrange } from '#shared/topology/arrangement.ts';
import { toPosition } from '#shared/topology/coverage-grid.ts';
import { edgesAsSegments } from '#shared/topology/edges-as-segments.ts';
import { nodeSegments } from '#shared/topology/node-segments.ts';
import { type CoveragePart, type Ground, packCoverage } from '#shared/topology/packed-coverage.ts';
import { partyLocator } from '#shared/topology/party-locator.ts';
import { pointInsideFace } from '#shared/topology/point-inside-face.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { GridPoints } from './grid-points.ts';
import { PartyBorders } from './party-borders.ts';
import { routeEdges } from './route-edges.ts';
import { SnappedPieces } from './snapped-pieces.ts';

/** Who gets a piece of ground and who gives it up, by id; whoever is not named keeps what he has. */
export interface Assignment {
  gain: readonly string[];
  lose: readonly string[];
}

/** Areas of any levels over each other, and how the ground between their borders is to be divided. */
export interface AssignQuestion {
  parts: readonly (CoveragePart & { mayChange: boolean })[];
  /** Boxes [west, south, east, north] of the ground in question; nothing else is looked at. */
  places: readonly Bounds[];
  planar: boolean;
  /** Asked for each piece of ground, with who stands on it and a position inside; null leaves it. */
  choose: (over: ReadonlySet<string>, at: [number, number]) => Assignment | null;
}

/**
 * Gives pieces of ground to areas and takes them from others, exactly on the grid, whatever level they
 * belong to: the pieces are the faces between the borders of all of them. As in regroundCoverage
 * corners are moved to the grid, all edges near them led through these, and borders entered in the
 * accounts of who gains and who loses. New ground of all that changed, null for those without any.
 * @throws RepairRefused, TooWideError
 */
export function assignGround(question: AssignQuestion): Map<string, Ground | null> {
  const { parts, planar, choose } = question;
  const coverage = packCoverage({ boundary: null, zones: parts, exceptions: [], planar });
  const { rings } = coverage;
  const edges = edgesIn(rings, question.places);
  const segments = edgesAsSegments(rings, edges, () => true);
  const arrangement = arrange(segments, nodeSegments(segments));
  const locate = partyLocator(rings);
  const numberOf = new Map(parts.map(({ id }, party) => [id, party]));

  const assigned: (Assignment | null)[] = [null];
  const keys: string[] = [''];
  for (let face = 1; face < arrangement.faceCount; face++) {
    const place = pointInsideFace(arrangement, face);
    const over = place && new Set(locate(...place).map((party) => parts[party]!.id));
    const chosen = place && over && choose(over, toPosition(rings.grid, ...place));
    const real = chosen && over && effective(chosen, over);
    assigned.push(real);
    keys.push(real ? JSON.stringify([real.gain, real.lose]) : '');
  }

  const hot = new GridPoints();
  const pieces = new SnappedPieces(rings, edges, arrangement, hot);
  const { face, noded } = arrangement;
  const halves: number[] = [];
  for (let h = 0; h < 2 * noded.pieceCount; h++) {
    // Between two pieces that go the same way there is no border.
    if (assigned[face[h]!] === null || keys[face[h]!] === keys[face[h ^ 1]!]) continue;
    halves.push(h);
    pieces.heat(h >> 1);
  }
  const irregular = ringOrders(rings).map((order) => (order === ringOrder.irregular ? 1 : 0));
  const borders = new PartyBorders(coverage, irregular, hot);
  const changing = new Set(assigned.flatMap((a) => (a ? [...a.gain, ...a.lose] : [])));
  for (const id of changing) {
    const party = numberOf.get(id);
    if (party !== undefined && irregular[party] === 1) borders.mend(party);
  }
  const mayChange = (party: number): boolean => parts[party]!.mayChange;
  const routes = routeEdges(rings, hot, mayChange);
  borders.route(routes);
  for (const h of halves) {
    const { gain, lose } = assigned[face[h]!]!;
    const line = pieces.line(h, routes);
    for (const id of gain) borders.ledger(id, numberOf.get(id)).addLine(line);
    for (const id of lose) borders.ledger(id, numberOf.get(id)).addLine(line, -1);
  }
  return borders.grounds(parts, mayChange);
}

/** An assignment without what is so already; null when nothing is left of it. */
function effective({ gain, lose }: Assignment, over: ReadonlySet<string>): Assignment | null {
  const gains = gain.filter((id) => !over.has(id)).toSorted();
  const losses = lose.filter((id) => over.has(id)).toSorted();
  return gains.length + losses.length > 0 ? { gain: gains, lose: losses } : null;
}

/** Edges of which the boxes meet any of the places: all that bound ground inside these. */
function edgesIn(
  rings: ReturnType<typeof packCoverage>['rings'],
  places: readonly Bounds[],
): Int32Array {
  const { x, y, ringStart, ringBox, ringParty, grid } = rings;
  if (places.length === 0) return new Int32Array();
  const index = new Flatbush(places.length);
  const steps = (value: number, offset: number) => value * grid.stepsPerUnit - offset;
  for (const [west, south, east, north] of places) {
    index.add(
      steps(west, grid.offsetX) - 2,
      steps(south, grid.offsetY) - 2,
      steps(east, grid.offsetX) + 2,
      steps(north, grid.offsetY) + 2,
    );
  }
  index.finish();
  const found: number[] = [];
  for (let r = 0; r < ringParty.length; r++) {
    const b = 4 * r;
    if (!index.collides(ringBox[b]!, ringBox[b + 1]!, ringBox[b + 2]!, ringBox[b + 3]!)) continue;
    for (let e = ringStart[r]!; e < ringStart[r + 1]! - 1; e++) {
      const west = Math.min(x[e]!, x[e + 1]!);
      const south = Math.min(y[e]!, y[e + 1]!);
      const east = Math.max(x[e]!, x[e + 1]!);
      const north = Math.max(y[e]!, y[e + 1]!);
      if (index.collides(west, south, east, north)) found.push(e);
    }
  }
  return Int32Array.from(found);
}
