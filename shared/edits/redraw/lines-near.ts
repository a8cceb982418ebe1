import type { Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { type Bounds, boundsMeet, boundsOf } from '#shared/geo/bounds.ts';
import { borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';
import { areasNear } from './areas-near.ts';
import { settledAreas } from './level-choice.ts';

/** A line that a border may follow, and what it belongs to. */
export interface TraceLine {
  id: string;
  name: string;
  line: readonly Position[];
}

function partsOf(id: string, name: string, lines: readonly (readonly Position[])[]): TraceLine[] {
  return lines.map((line) => ({ id, name, line }));
}

/**
 * Lines of all layers that come near a place ([west, south, east, north] in degrees): the middle lines of
 * strips, registered borders, and the borders of zones, streets, communities, exceptions and the district, and of base
 * units where they can be seen. Rings are closed lines.
 */
export function linesNear(
  document: DocumentView,
  place: Bounds,
  seesBaseUnits = false,
): TraceLine[] {
  const near = ({ line }: TraceLine) => boundsMeet(boundsOf([...line]), place);
  const found: TraceLine[] = [];
  for (const border of document.all('border')) {
    found.push(...partsOf(border.id, border.name, borderLines(border)));
  }
  for (const { id, name, geometry } of document.all('zone')) {
    const { type, coordinates } = geometry;
    if (type === 'LineString') found.push(...partsOf(id, name, [coordinates]));
    else if (type === 'MultiLineString') found.push(...partsOf(id, name, coordinates));
    else if (type !== 'Point' && boundsMeet(boxOf(geometry as Area), place)) {
      found.push(...partsOf(id, name, polygonsOf(geometry as Area).flat()));
    }
  }
  for (const { id, name, geometry } of [...settledAreas(document), ...document.all('district')]) {
    if (!boundsMeet(boxOf(geometry as Area), place)) continue;
    found.push(...partsOf(id, name, polygonsOf(geometry as Area).flat()));
  }
  const units = seesBaseUnits ? areasNear(document.all('baseUnit'), place) : [];
  for (const { id, name, geometry } of units) {
    found.push(...partsOf(id, name, polygonsOf(geometry).flat()));
  }
  return found.filter(near);
}
