import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { AreaIndex } from '#shared/geo/area-index.ts';
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
  if (decisions.length === 0) return () => Infinity;
  const index = new Flatbush(decisions.length);
  for (const { ground } of decisions) index.add(...areaBounds(ground));
  index.finish();
  const areas = new Map<number, AreaIndex>();
  return (defect, place) => {
    const [x = 0, y = 0] = place;
    const found = index.search(x, y, x, y).filter((i) => {
      const decision = decisions[i]!;
      if (!concerns(decision, defect)) return false;
      let area = areas.get(i);
      if (area === undefined) {
        area = new AreaIndex(decision.ground);
        areas.set(i, area);
      }
      return area.locate(place, 0) !== 'outside';
    });
    // Who is cut off there has nothing to keep.
    const cut = found.find((i) => decisions[i]!.choice.kind === 'cut');
    return cut ?? Math.min(...found, Infinity);
  };
}
