import Flatbush from 'flatbush';
import type { Polygon, Position } from 'geojson';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import type { DefectRegion } from './defect-regions.ts';
import type { GroundDecision } from './ground-decision.ts';

/** Whether a decision was made for this kind of defect at all. */
function concerns({ choice }: GroundDecision, { kind }: DefectRegion): boolean {
  switch (choice.kind) {
    case 'give':
      return kind === 'gap';
    case 'keep':
      return kind !== 'gap';
    case 'cut':
      return kind === 'outside';
    case 'split':
      return kind === 'overlap';
    case 'line':
      return true;
  }
}

/**
 * Answers which decision (by number) a defect with a given place inside falls under; Infinity for
 * none.
 */
export function decisionAt(
  decisions: readonly GroundDecision[],
): (defect: DefectRegion, place: Position) => number {
  // The polygons of one finding may lie over each other, as an overlap beyond the outline does.
  const parts = decisions.flatMap(({ ground }, decision) =>
    polygonsOf(ground).map((coordinates): { decision: number; polygon: Polygon } => {
      return { decision, polygon: { type: 'Polygon', coordinates } };
    }),
  );
  if (parts.length === 0) return () => Infinity;
  const index = new Flatbush(parts.length);
  for (const { polygon } of parts) index.add(...areaBounds(polygon));
  index.finish();
  const areas = new Map<number, AreaIndex>();
  return (defect, place) => {
    const [x = 0, y = 0] = place;
    const found = index.search(x, y, x, y).flatMap((i) => {
      const { decision, polygon } = parts[i]!;
      if (!concerns(decisions[decision]!, defect)) return [];
      let area = areas.get(i);
      if (area === undefined) {
        area = new AreaIndex(polygon);
        areas.set(i, area);
      }
      return area.locate(place, 0) === 'outside' ? [] : [decision];
    });
    // Who is cut off there has nothing to keep.
    const cut = found.find((number) => decisions[number]!.choice.kind === 'cut');
    return cut ?? Math.min(...found, Infinity);
  };
}
