import type { MultiPolygon, Polygon } from 'geojson';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { enclosingCircle } from '#shared/geo/enclosing-circle.ts';
import { localMetres } from '#shared/geo/local-metres.ts';

/** How round some ground is, by two measures from 0 to 1 (a circle); 0 where there is no ground. */
export interface Compactness {
  /**
   * Area by that of a circle with the same perimeter, 4πA / P²: low for frayed borders.
   * Source: D. Polsby, R. Popper, The third criterion (1991).
   */
  polsbyPopper: number;
  /**
   * Area by that of the smallest circle around it: low for what is stretched or scattered.
   * Source: E. Reock, Measuring compactness as a requirement of legislative apportionment (1961).
   */
  reock: number;
}

/**
 * Compactness of ground in degrees, measured on a plane that is true in its middle. Holes count to the
 * perimeter; all parts lie in one circle.
 */
export function compactnessOf(ground: Polygon | MultiPolygon): Compactness {
  const area = areaM2(ground);
  if (!(area > 0)) return { polsbyPopper: 0, reock: 0 };
  const [west, south, east, north] = areaBounds(ground);
  const plane = localMetres([(west + east) / 2, (south + north) / 2], false);
  let perimeter = 0;
  const outer: [number, number][] = [];
  for (const rings of polygonsOf(ground)) {
    for (const [number, ring] of rings.entries()) {
      let [lastX, lastY] = [Number.NaN, Number.NaN];
      for (const position of ring) {
        const [x = 0, y = 0] = plane.to(position);
        if (!Number.isNaN(lastX)) perimeter += Math.hypot(x - lastX, y - lastY);
        if (number === 0) outer.push([x, y]);
        [lastX, lastY] = [x, y];
      }
    }
  }
  const circle = enclosingCircle(outer);
  const around = Math.PI * (circle?.radius ?? 0) ** 2;
  return {
    polsbyPopper: Math.min(1, (4 * Math.PI * area) / perimeter ** 2),
    reock: around > 0 ? Math.min(1, area / around) : 0,
  };
}
