import type { Position } from 'geojson';
import { edgeOnBorder } from '#shared/topology/redraw/on-border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord, RecordOf } from '#shared/model/record.ts';
import type { Refusal } from './refusal.ts';

/**
 * What becomes of the border of a street, a community or an exception where a zone's border lies on
 * it. Such a border was settled by others than the planner, so by default the change is refused and
 * says whose border it is. `stay` leaves it (the check then tells that the levels do not nest), `move`
 * takes it along. The outline of the district never moves.
 */
export type LevelChoice = 'refuse' | 'stay' | 'move';

export type SettledArea = RecordOf<'street' | 'community' | 'exception'>;

/** Records whose borders were settled by others, the lowest level first. */
export function settledAreas(document: DocumentView): SettledArea[] {
  return [...document.all('community'), ...document.all('street'), ...document.all('exception')];
}

type Edges = readonly (readonly [Position, Position])[];

/** The refusal to change edges of zones that are the district's outline; null when none is. */
export function onOutline(document: DocumentView, edges: Edges): Refusal | null {
  const [district] = document.all('district');
  if (!district || !edgeOnBorder(edges, district.geometry)) return null;
  return { refused: 'edit.redraw.refused.outline', params: { district: district.name } };
}

/** The refusal to change edges that are also a settled border; null when none is. */
export function onSettledBorder(document: DocumentView, edges: Edges): Refusal | null {
  const area: AnyRecord | undefined = settledAreas(document).find(
    ({ geometry }) => edgeOnBorder(edges, geometry) !== null,
  );
  if (!area) return null;
  return { refused: 'edit.redraw.refused.settledBorder', params: { area: area.name } };
}
