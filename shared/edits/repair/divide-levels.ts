import type { Position } from 'geojson';
import type { Patch } from '#shared/edits/patch.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { FixTarget } from '#shared/model/fix.ts';
import { assignGround } from '#shared/topology/repair/assign-ground.ts';
import { groundPatch, type Refusal, refusedOr } from './ground-patch.ts';
import { levelChoice, type LevelGroundFix } from './level-choice.ts';
import { levelParts } from './level-parts.ts';
import { targetGround } from './target-ground.ts';

/** The patch that carries out a fix between levels on the ground of its finding. */
export function divideLevels(
  document: DocumentView,
  target: FixTarget,
  fix: LevelGroundFix,
): { patch: Patch } | Refusal {
  const ground = targetGround(target);
  if (!ground) return { refused: 'edit.repairRefused.noGround' };
  const places: Bounds[] = polygonsOf(ground).map((coordinates) => {
    return areaBounds({ type: 'Polygon', coordinates });
  });
  const index = new AreaIndex(ground);
  const choose = levelChoice(document, fix, target.recordIds);
  const divided = refusedOr(document, () =>
    assignGround({
      parts: levelParts(document, places),
      places,
      planar: false,
      choose: (over, at: Position) => (index.locate(at, 0) === 'outside' ? null : choose(over)),
    }),
  );
  if ('refused' in divided) return divided;
  if (divided.answer.size === 0) return { refused: 'edit.repairRefused.changed' };
  return groundPatch(document, divided.answer);
}
