import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';

/** A zone with rings of its own; strips and circles have none. */
export type RingedZone = Extract<Zone, { geometry: { type: 'Polygon' | 'MultiPolygon' } }>;

type Ring = LonLat[];

export function hasRings(zone: Zone): zone is RingedZone {
  return zone.geometry.type === 'Polygon' || zone.geometry.type === 'MultiPolygon';
}

/** All rings of a zone, outer rings and holes of all its parts. */
export function ringsOf({ geometry }: RingedZone): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

const same = (a: LonLat, b: LonLat): boolean => a[0] === b[0] && a[1] === b[1];

/** The zones that have a vertex exactly there, in their order. */
export function zonesAtVertex(zones: Iterable<Zone>, at: LonLat): RingedZone[] {
  const found: RingedZone[] = [];
  for (const zone of zones) {
    if (!hasRings(zone)) continue;
    if (ringsOf(zone).some((ring) => ring.some((position) => same(position, at)))) found.push(zone);
  }
  return found;
}

/** The ring with a vertex in another place; where that is the one beside it, the two become one. */
function movedRing(ring: Ring, from: LonLat, to: LonLat): Ring {
  if (!ring.some((position) => same(position, from))) return ring;
  const moved = ring.map((position): LonLat => (same(position, from) ? to : position));
  return moved.filter(
    (position, i) => i === 0 || !same(position, moved[i - 1]!) || !same(position, to),
  );
}

function hasGround(ring: Ring): boolean {
  return new Set(ring.map((position) => position.join())).size >= 3;
}

/**
 * The zone with all its vertices at `from` moved to `to` (both [longitude, latitude] on the grid);
 * null when a ring would be left with fewer than three different vertices.
 */
export function withVertexMoved(zone: RingedZone, from: LonLat, to: LonLat): RingedZone | null {
  const { geometry } = zone;
  let sound = true;
  const move = (ring: Ring): Ring => {
    const moved = movedRing(ring, from, to);
    if (moved !== ring && !hasGround(moved)) sound = false;
    return moved;
  };
  const moved =
    geometry.type === 'Polygon'
      ? { ...geometry, coordinates: geometry.coordinates.map(move) }
      : { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(move)) };
  return sound ? ({ ...zone, geometry: moved } as RingedZone) : null;
}
