import { difference, featureCollection, feature, intersect, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { polygonsOf } from './area-m2.ts';

type Area = Polygon | MultiPolygon;
type Clip = (areas: ReturnType<typeof featureCollection<Area>>) => Feature<Area> | null;

/** The area with every coordinate on a grid of 1e-9 (0.1 mm in degrees). */
function rounded(area: Area): Area {
  const polygons = polygonsOf(area).map((rings) =>
    rings.map((ring) => ring.map((p) => p.map((x) => Math.round(x * 1e9) / 1e9))),
  );
  return { type: 'MultiPolygon', coordinates: polygons };
}

function clip(operation: Clip, areas: readonly Area[]): Polygon[] {
  const run = (list: readonly Area[]) => operation(featureCollection(list.map((a) => feature(a))));
  let answer: Feature<Area> | null;
  try {
    answer = run(areas);
  } catch {
    // The sweep of Turf's clipping can lose its way where edges lie within rounding of each other;
    // it finds it again when they coincide. A second failure is for the caller to report.
    answer = run(areas.map(rounded));
  }
  if (!answer) return [];
  return polygonsOf(answer.geometry).map((coordinates) => ({ type: 'Polygon', coordinates }));
}

/** Ground that all areas have in common, as polygons. @throws Error when clipping fails. */
export function intersectAreas(areas: readonly Area[]): Polygon[] {
  return areas.length < 2 ? [] : clip(intersect, areas);
}

/** Ground of `area` under none of the `others`, as polygons. @throws Error when clipping fails. */
export function differenceOfAreas(area: Area, others: readonly Area[]): Polygon[] {
  return others.length === 0 ? toPolygons(area) : clip(difference, [area, ...others]);
}

/** Ground of at least one area, as polygons. @throws Error when clipping fails. */
export function unionOfAreas(areas: readonly Area[]): Polygon[] {
  // Turf wants two areas; united with itself an area is cleaned by the even-odd rule.
  const [first] = areas;
  return first ? clip(union, areas.length === 1 ? [first, first] : areas) : [];
}

/** The polygons of an area one by one. */
export function toPolygons(area: Area): Polygon[] {
  return polygonsOf(area).map((coordinates) => ({ type: 'Polygon', coordinates }));
}

/** Polygons as one area, or null when there are none. */
export function toArea(polygons: readonly Polygon[]): Area | null {
  const [first] = polygons;
  if (!first) return null;
  if (polygons.length === 1) return first;
  return { type: 'MultiPolygon', coordinates: polygons.map((p) => p.coordinates) };
}
