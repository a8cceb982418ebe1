import type { Position } from 'geojson';
import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { boundsMeet, boundsOf } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { type BorderChange, changeBorder } from '#shared/topology/redraw/border-change.ts';
import { cornersAlong } from '#shared/topology/redraw/corners-along.ts';
import { lostEdges } from '#shared/topology/redraw/lost-edges.ts';
import { boxOf, edgeOnBorder } from '#shared/topology/redraw/on-border.ts';
import { proveChange } from '#shared/topology/redraw/prove-change.ts';
import { untouching } from '#shared/topology/redraw/untouching.ts';
import { lineWithCorners, withCorners } from '#shared/topology/redraw/with-corners.ts';
import { type SettledArea, settledAreas } from './level-choice.ts';
import type { Refusal } from './refusal.ts';

const margin = fromGrid(2);

interface Moved {
  area: SettledArea;
  before: Area;
  after: Area;
}

const breaks = ({ name }: SettledArea): Refusal => ({
  refused: 'edit.redraw.refused.levelBreaks',
  params: { area: name },
});

/**
 * The patch that takes the borders of streets, communities and exceptions along with those of the zones.
 * Refused where one of them would cross itself, or stay behind though it had the same border: it draws that with
 * other corners.
 * @param places positions where the change takes place
 * @param lost edges that the zones have no longer
 */
export function movedAlong(
  document: DocumentView,
  change: BorderChange,
  places: readonly Position[],
  lost: readonly [Position, Position][],
): { patch: Patch } | Refusal {
  const box = boundsOf([...places]);
  const near = settledAreas(document).filter(({ geometry }) =>
    boundsMeet(boxOf(geometry), box, margin),
  );
  const corners = cornersAlong(
    near.map(({ geometry }) => geometry),
    places,
  );
  // What they have between the ends of a stretch goes with it.
  const stretches = change.stretches.map(({ from, to }) => ({
    from: lineWithCorners(from, corners),
    to,
  }));
  const moved: Moved[] = [];
  for (const area of near) {
    const before = withCorners(area.geometry, [...places, ...corners]);
    const after = changeBorder(before, { ...change, stretches });
    if (after === null) {
      return { refused: 'edit.refused.ringCollapses', params: { title: area.name } };
    }
    if (after !== before) moved.push({ area, before, after });
  }
  for (const one of moved) {
    const { crooked, touching } = proveChange([one]);
    const apart = touching.length > 0 ? (untouching(one.after) as Area | null) : one.after;
    if (crooked.length > 0 || apart === null) return breaks(one.area);
    one.after = apart;
  }
  const gone = [...lost, ...moved.flatMap(({ before, after }) => lostEdges(before, after))];
  const left = near.find(
    (area) => !moved.some((one) => one.area === area) && edgeOnBorder(gone, area.geometry) !== null,
  );
  if (left) return breaks(left);
  const records = moved.map(({ area, after }): SettledArea => ({ ...area, geometry: after }));
  return records.length > 0 ? putPatch(document, records) : { patch: emptyPatch() };
}
