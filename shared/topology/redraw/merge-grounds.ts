import { toArea, toPolygons } from '#shared/geo/clip.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { unionGround } from '#shared/topology/union-ground.ts';
import { withCorners } from './with-corners.ts';

/**
 * The ground of several areas as one, exactly on the grid: vertices along what stays border are those
 * that were there. Corners that one side lacks on a straight common border are put in first, so that
 * no sliver stays between. In degrees.
 */
export function mergeGrounds(areas: readonly Area[]): Area {
  const vertices = areas.map((area) => polygonsOf(area).flat(2));
  const fitted = areas.map((area, i) =>
    withCorners(area, vertices.filter((_, other) => other !== i).flat()),
  );
  const polygons = unionGround(fitted.flatMap(toPolygons), false);
  return toArea(polygons) as Area;
}
