import type { MultiPolygon, Polygon, Position } from 'geojson';
import { AreaIndex } from './area-index.ts';
import { localMetres } from './local-metres.ts';

/** How far inside the border, in metres: less where there is no room. */
const depthsM = [2, 0.5, 0.1];
const directions = 32;

/** The position on the border of an area that is nearest to the origin of a local plane. */
function nearestOnBorder(rings: readonly Position[][], to: (p: Position) => Position): Position {
  let best: Position = [0, 0];
  let bestM = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = to(ring[i - 1]!);
      const [bx = 0, by = 0] = to(ring[i]!);
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = squared === 0 ? 0 : -(ax * (bx - ax) + ay * (by - ay)) / squared;
      const t = Math.min(1, Math.max(0, along));
      const place: Position = [ax + t * (bx - ax), ay + t * (by - ay)];
      const distance = Math.hypot(...place);
      if (distance < bestM) [best, bestM] = [place, distance];
    }
  }
  return best;
}

/**
 * A position a step inside an area, beside the place of its border that is nearest to `position`;
 * both [longitude, latitude] in degrees. Null where the area is too narrow there.
 */
export function nearestInside(area: Polygon | MultiPolygon, position: Position): Position | null {
  const index = new AreaIndex(area);
  const plane = localMetres(position, false);
  const [x = 0, y = 0] = nearestOnBorder(index.rings, (place) => plane.to(place));
  for (const depth of depthsM) {
    const places = Array.from({ length: directions }, (_, i): Position => {
      const angle = (2 * Math.PI * i) / directions;
      return plane.from([x + depth * Math.cos(angle), y + depth * Math.sin(angle)]);
    });
    const isIn = places.map((place) => index.locate(place, 0) === 'inside');
    // The middle of the longest run of directions that lead inside.
    let best = { start: 0, length: 0 };
    for (let start = 0; start < directions; start++) {
      let length = 0;
      while (length < directions && isIn[(start + length) % directions]) length++;
      if (length > best.length) best = { start, length };
    }
    if (best.length > 0) return places[(best.start + (best.length >> 1)) % directions] ?? null;
  }
  return null;
}
