import { applyFix } from '#shared/edits/apply-fix.ts';
import { type Patch, squashPatches } from '#shared/edits/patch.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { FixKind } from '#shared/model/fix.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import { choiceOfFix } from '#shared/topology/repair/choice-of-fix.ts';
import type { GroundDecision } from '#shared/topology/repair/ground-decision.ts';

import { patchedView } from './patched-view.ts';
import { carryToLevels } from './carry-levels.ts';
import type { Refusal } from './ground-patch.ts';
import { reground } from './reground.ts';
import { targetGround } from './target-ground.ts';

/** The decision that a mend stands for; null for those that are not about dividing ground. */
function decisionOf({ target, fix }: Mend): GroundDecision | null {
  const choice = choiceOfFix(fix);
  const ground = targetGround(target);
  return choice && ground ? { ground, choice } : null;
}

/** Fixes between levels, which come last: what was mended before may have done away with them. */
const betweenLevels = new Set<FixKind>([
  'cut-child',
  'hand-over',
  'grow-parent',
  'fill-parent',
  'shrink-parent',
  'keep-child',
  'keep-border',
]);

/** When mends are tried, and whether streets and communities follow the zones; see FixRequest. */
export interface MendTerms {
  /** `YYYY-MM-DD`. */
  on: string;
  carry: boolean;
}

/**
 * The patch of all mends together and how many they are. Those that would leave a zone without any
 * ground are left away; their findings stay. Any other reason refuses the list as a whole.
 */
export function mendAll(
  document: DocumentView,
  mends: readonly Mend[],
  terms: MendTerms,
): { patch: Patch; count: number } | Refusal {
  let left = mends;
  for (;;) {
    const result = mendTogether(document, left, terms);
    if (!('refused' in result)) return { ...result, count: left.length };
    const { vanishedId } = result;
    if (vanishedId === undefined) return result;
    const harmless = left.filter(({ target, fix }) => {
      const isKept = 'zoneId' in fix && fix.zoneId === vanishedId && fix.kind !== 'keep-line';
      return isKept || !target.recordIds.includes(vanishedId);
    });
    if (harmless.length === 0 || harmless.length === left.length) return result;
    left = harmless;
  }
}

/**
 * First rings, then whatever is done record by record, then all ground of the zones at once, and at
 * last the levels. A finding that an earlier mend has done away with is passed over.
 */
function mendTogether(
  document: DocumentView,
  mends: readonly Mend[],
  { on, carry }: MendTerms,
): { patch: Patch } | Refusal {
  const patches: Patch[] = [];
  let view = document;
  const take = (result: { patch: Patch } | Refusal, passedOver?: string): Refusal | null => {
    if ('refused' in result) {
      const isDone = result.refused === 'edit.refused.unchanged' || result.refused === passedOver;
      return isDone ? null : result;
    }
    patches.push(result.patch);
    view = patchedView(view, result.patch);
    return null;
  };
  const isLevel = (id: string) => ['street', 'community'].includes(document.get(id)?.kind ?? '');
  const mendIds = mends.flatMap(({ fix }) => {
    return fix.kind === 'mend-rings' && !isLevel(fix.recordId) ? [fix.recordId] : [];
  });
  if (mendIds.length > 0) {
    const rings = { decisions: [], mendIds, issueClasses: null, on };
    const refusal = take(reground(view, rings));
    if (refusal) return refusal;
  }
  const decided = new Set(mends.filter((mend) => decisionOf(mend) !== null));
  const last = mends.filter(({ fix }) => betweenLevels.has(fix.kind));
  for (const mend of mends) {
    const isRings = mend.fix.kind === 'mend-rings' && mendIds.includes(mend.fix.recordId);
    if (isRings || decided.has(mend) || betweenLevels.has(mend.fix.kind)) continue;
    const refusal = take(applyFix(view, { ...mend, on }));
    if (refusal) return refusal;
  }
  const byClass = groupBy(decided, ({ target }) => target.issueClasses?.join('\n') ?? null);
  for (const group of byClass.values()) {
    const decisions = group.flatMap((mend) => decisionOf(mend) ?? []);
    const issueClasses = group[0]?.target.issueClasses ?? null;
    const result = reground(view, { decisions, mendIds: [], issueClasses, on, mayIdle: true });
    const isCarried = carry && 'patch' in result;
    const refusal = take(isCarried ? { patch: carryToLevels(view, result.patch) } : result);
    if (refusal) return refusal;
  }
  for (const mend of last) {
    const refusal = take(applyFix(view, { ...mend, on }), 'edit.repairRefused.changed');
    if (refusal) return refusal;
  }
  const patch = squashPatches(patches);
  return patches.length === 0 ? { refused: 'edit.refused.unchanged' } : { patch };
}
