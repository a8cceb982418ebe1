import type { Position } from 'geojson';
import { nearView } from '#shared/edits/near-view.ts';
import { hasRings } from '#shared/edits/vertices.ts';
import type { Bounds } from '#shared/geo/bounds.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { SharedBorders } from '#shared/topology/shared-borders.ts';
import { ringedNear } from './ringed-near.ts';

/** A stretch of border that two zones share, from where a third takes over to the next such place. */
export interface BorderNear {
  zoneIds: [string, string];
  /** [longitude, latitude] in degrees. */
  line: LonLat[];
}

/** How far a position is from a segment, where `reach` counts as 1 in both directions. */
function away(at: Position, a: Position, b: Position, reach: readonly [number, number]): number {
  const scaled = ([x = 0, y = 0]: Position): Position => [x / reach[0], y / reach[1]];
  return pointSegmentDistance(scaled(at), scaled(a), scaled(b));
}

/**
 * The border between two zones that is nearest to a position; null where none is within reach (degrees
 * east and north). The outline, and edges that the neighbour draws otherwise, are none.
 */
export function borderNear(
  document: DocumentView,
  at: LonLat,
  reach: readonly [east: number, north: number],
): BorderNear | null {
  const [x, y] = at;
  const box: Bounds = [x - reach[0], y - reach[1], x + reach[0], y + reach[1]];
  const borders = new SharedBorders();
  for (const zone of nearView(document, [box]).all('zone')) {
    if (hasRings(zone)) borders.set(zone.id, zone.geometry as Area);
  }
  let least = 1;
  let nearest: { key: number; edge: [Position, Position] } | null = null;
  for (const { id } of ringedNear(document, box)) {
    for (const { positions, edges } of borders.rings(id)) {
      for (let e = 0; e < edges.length; e++) {
        const edge: [Position, Position] = [positions[e]!, positions[e + 1]!];
        const distance = away(at, ...edge, reach);
        if (distance > least || borders.holdersOf(edges[e]!).length !== 2) continue;
        least = distance;
        nearest = { key: edges[e]!, edge };
      }
    }
  }
  if (!nearest) return null;
  const [a, b] = borders.holdersOf(nearest.key).sort() as [string, string];
  const { key } = nearest;
  const line = borders
    .between(a, b)
    .find((run) => run.some((to, i) => i > 0 && borders.knownEdge(run[i - 1]!, to) === key));
  return line ? { zoneIds: [a, b], line: line as LonLat[] } : null;
}
