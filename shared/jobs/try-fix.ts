import { groundConsequence, type ZoneConsequence } from '#shared/analysis/ground-consequence.ts';
import { type GroundMove, groundMoves } from '#shared/analysis/ground-moves.ts';
import { applyFix, type FixRequest } from '#shared/edits/apply-fix.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { nearView } from '#shared/edits/near-view.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Fix, FixTarget } from '#shared/model/fix.ts';

/** What a fix would do, or why it would not. */
export type FixOutcome =
  | { refused: string; params?: Record<string, string | number> }
  | {
      result: Extract<CommandResult, { patch: Patch }>;
      consequences: ZoneConsequence[];
      moves: GroundMove[];
      /** Names of the streets and communities that follow the zones. */
      carried: string[];
    };

/** Fixes that look at more than what lies near the ground of the finding. */
const wide = new Set<Fix['kind']>([
  'keep-duplicate',
  'mend-rings',
  'move-layer',
  'move-children',
  'change-parent',
  'remove-point',
  'move-point',
]);

/** As much of a document as a fix of a finding looks at: all of a large one takes longer. */
function fixView(document: DocumentView, target: FixTarget, fix: Fix): DocumentView {
  const { geometry } = target;
  const isGround = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
  return isGround && !wide.has(fix.kind) ? nearView(document, [areaBounds(geometry)]) : document;
}

/** Tries a fix on a document, which stays as it is. */
export function tryFix(document: DocumentView, request: FixRequest): FixOutcome {
  const { target, fix } = request;
  const result = applyFix(fixView(document, target, fix), request);
  if ('refused' in result) return result;
  const changes = changesOf(result.patch);
  const zones = changes.some(([from, to]) => (to ?? from)?.kind === 'zone');
  return {
    result,
    consequences: groundConsequence(document, changes),
    moves: groundMoves(document, changes, target.recordIds),
    carried: zones ? changes.flatMap(([, to]) => (isLevel(to) ? [to.name] : [])) : [],
  };
}

type Level = Extract<
  NonNullable<ReturnType<DocumentView['get']>>,
  { kind: 'street' | 'community' }
>;

function isLevel(record: ReturnType<DocumentView['get']> | null): record is Level {
  return record?.kind === 'street' || record?.kind === 'community';
}
