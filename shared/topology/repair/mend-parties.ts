import { type Ground, packCoverage } from '#shared/topology/packed-coverage.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { GridPoints } from './grid-points.ts';
import { largestRingFirst } from './largest-ring-first.ts';
import { PartyBorders } from './party-borders.ts';
import type { RepairQuestion } from './repair-question.ts';
import { routeEdges } from './route-edges.ts';

/**
 * Makes the rings of parties valid, each by itself: what its outer rings go round and no hole does
 * is its ground. New corners come where borders cross, and neighbours along such a border get them
 * too. Answers the new ground of all that changed; null for those without any.
 * @throws RepairRefused, TooWideError
 */
export function mendParties(question: RepairQuestion): Map<string, Ground | null> {
  const { zones, exceptions, boundary, planar } = question;
  const wanted = new Set(question.mendIds);
  const ready = <P extends { id: string; geometry: Ground }>(part: P): P =>
    wanted.has(part.id) ? { ...part, geometry: largestRingFirst(part.geometry) } : part;
  const coverage = packCoverage({
    boundary: boundary && ready(boundary).geometry,
    zones: zones.map(ready),
    exceptions: exceptions.map(ready),
    planar,
  });
  const { rings, boundaryParty } = coverage;
  const parties = [...zones, ...exceptions, ...(boundary ? [boundary] : [])];
  const irregular = ringOrders(rings).map((order) => (order === ringOrder.irregular ? 1 : 0));
  const mayChange = (party: number): boolean =>
    wanted.has(parties[party]!.id) ||
    (party < boundaryParty && !(zones[party] ?? exceptions[party - zones.length])?.isFixed);
  const hot = new GridPoints();
  const borders = new PartyBorders(coverage, irregular, hot);
  parties.forEach(({ id }, party) => {
    if (wanted.has(id)) borders.mend(party);
  });
  borders.route(routeEdges(rings, hot, mayChange));
  return borders.grounds(parties, mayChange);
}
