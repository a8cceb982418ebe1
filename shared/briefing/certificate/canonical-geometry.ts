import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { canonicalRing } from './canonical-ring.ts';
import {
  comparePositions,
  compareSequences,
  type Steps,
  stepsPerUnit,
  toSteps,
} from './grid-steps.ts';

const compareRings = (a: Steps[], b: Steps[]) => compareSequences(a, b, comparePositions);

function canonicalPolygon(rings: readonly Position[][], planar: boolean): Steps[][] | null {
  const [outer, ...holes] = rings;
  const shell = outer && canonicalRing(outer, true, planar);
  if (!shell) return null;
  const inner = holes.flatMap((hole) => {
    const ring = canonicalRing(hole, false, planar);
    return ring ? [ring] : [];
  });
  return [shell, ...inner.sort(compareRings)];
}

/** Polygons of an area in their one order, each with its outer ring first; see canonicalRing. */
function canonicalPolygons(area: Polygon | MultiPolygon, planar: boolean): Steps[][][] {
  const parts = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return parts
    .flatMap((rings) => {
      const part = canonicalPolygon(rings, planar);
      return part ? [part] : [];
    })
    .sort((a, b) => compareSequences(a, b, compareRings));
}

/** The area in its canonical form, back in degrees or metres, rings closed. */
export function canonicalArea(area: Polygon | MultiPolygon, planar: boolean): MultiPolygon {
  const steps = stepsPerUnit(planar);
  const coordinates = canonicalPolygons(area, planar).map((rings) =>
    rings.map((ring) => [...ring, ring[0] as Steps].map(([x, y]) => [x / steps, y / steps])),
  );
  return { type: 'MultiPolygon', coordinates };
}

/** A line in whole steps, in the direction in which its sequence is the smaller one. */
function canonicalLine(positions: readonly Position[], planar: boolean): Steps[] {
  const kept = positions
    .map((position) => toSteps(position, planar))
    .filter((here, i, all) => i === 0 || comparePositions(here, all[i - 1] as Steps) !== 0);
  const back = kept.toReversed();
  return compareRings(kept, back) <= 0 ? kept : back;
}

const write = (positions: readonly Steps[]) => positions.map(([x, y]) => `${x},${y}`).join(' ');

/**
 * The one text of a geometry, the same for every way of writing the same shape down; the form is
 * defined in docs/certificate.md. Positions are [longitude, latitude] in degrees, or metres when
 * `planar`. @throws Error for types that no zone, exception or boundary has
 */
export function canonicalGeometry(geometry: Geometry, planar: boolean): string {
  switch (geometry.type) {
    case 'Point':
      return `point ${write([toSteps(geometry.coordinates, planar)])}`;
    case 'LineString':
    case 'MultiLineString': {
      const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
      const lines = parts.map((part) => canonicalLine(part, planar)).sort(compareRings);
      return `line ${lines.map(write).join(';')}`;
    }
    case 'Polygon':
    case 'MultiPolygon': {
      const polygons = canonicalPolygons(geometry, planar);
      return `area ${polygons.map((rings) => rings.map(write).join(';')).join('|')}`;
    }
    default:
      throw new Error(`a certificate knows no ${geometry.type}`);
  }
}
