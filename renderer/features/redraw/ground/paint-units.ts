import type { Polygon } from 'geojson';
import type { ToolSettings } from '#renderer/features/redraw/tool.ts';
import { areasNear } from '#shared/edits/redraw/areas-near.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import type { BaseUnit } from '#shared/model/base-unit.ts';
import type { Community } from '#shared/model/community.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';
import { isInside } from './zone-under.ts';

/** Ground that goes from zone to zone as a whole: a base unit of the project, a community, a cell. */
export interface PaintUnit {
  key: string;
  geometry: Area;
}

/** The square cell at a position, of a lattice that begins in the district's south-western corner. */
function cellAt(document: DocumentView, sideM: number, at: LonLat): PaintUnit {
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

type UnitKind = ToolSettings['units'];

/** What can be painted: base units where the project has some, communities, cells. */
export function unitsOnOffer(document: DocumentView): readonly UnitKind[] {
  const always = ['community', 'cell'] as const;
  return document.all('baseUnit').length > 0 ? ['baseUnit', ...always] : always;
}

/** The kind chosen or, once the base units are gone, communities. */
export function unitsChosen(document: DocumentView, chosen: UnitKind): UnitKind {
  return unitsOnOffer(document).includes(chosen) ? chosen : 'community';
}

/** What is painted at a position; null where there is none. */
export function unitAt(
  document: DocumentView,
  settings: Pick<ToolSettings, 'units' | 'cellM'>,
  at: LonLat,
): PaintUnit | null {
  const units = unitsChosen(document, settings.units);
  if (units === 'cell') return cellAt(document, settings.cellM, at);
  const near = areasNear<Community | BaseUnit>(document.all(units), [...at, ...at]);
  const found = near.find(({ geometry }) => isInside(geometry, at));
  return found ? { key: found.id, geometry: found.geometry } : null;
}
