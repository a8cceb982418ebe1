import type { Polygon } from 'geojson';
import type { ToolSettings } from '#renderer/features/redraw/tool.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';
import { isInside } from './zone-under.ts';

/** Ground that goes from zone to zone as a whole. */
export interface BaseUnit {
  key: string;
  geometry: Area;
}

/** The square cell at a position, of a lattice that begins in the district's south-western corner. */
function cellAt(document: DocumentView, sideM: number, at: LonLat): BaseUnit {
  const [district] = document.all('district');
  const [west, south] = district ? boxOf(district.geometry) : at;
  const plane = localMetres([west, south], false);
  const [x = 0, y = 0] = plane.to(at);
  const [column, row] = [Math.floor(x / sideM), Math.floor(y / sideM)];
  const corner = (i: number, j: number) => plane.from([(column + i) * sideM, (row + j) * sideM]);
  const ring = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)];
  const geometry: Polygon = { type: 'Polygon', coordinates: [ring] };
  return { key: `${column}/${row}`, geometry: geometry as Area };
}

/** The base unit at a position; null where there is none. */
export function unitAt(
  document: DocumentView,
  { units, cellM }: Pick<ToolSettings, 'units' | 'cellM'>,
  at: LonLat,
): BaseUnit | null {
  if (units === 'cell') return cellAt(document, cellM, at);
  const found = document.all('community').find(({ geometry }) => isInside(geometry, at));
  return found ? { key: found.id, geometry: found.geometry } : null;
}
