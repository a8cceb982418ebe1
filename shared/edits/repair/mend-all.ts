import { applyFix } from '#shared/edits/apply-fix.ts';
import { type Patch, squashPatches } from '#shared/edits/patch.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import { choiceOfFix } from '#shared/topology/repair/choice-of-fix.ts';
import type { GroundDecision } from '#shared/topology/repair/ground-decision.ts';

import { patchedView } from './patched-view.ts';
import { type Refusal, reground } from './reground.ts';
import { targetGround } from './target-ground.ts';

/** The decision that a mend stands for; null for those that are not about dividing ground. */
function decisionOf({ target, fix }: Mend): GroundDecision | null {
  const choice = choiceOfFix(fix);
  const ground = targetGround(target);
  return choice && ground ? { ground, choice } : null;
}

/**
 * The patch of all mends together and how many they are. Those that would leave a zone without any
 * ground are left away; their findings stay. Any other reason refuses the list as a whole.
 */
export function mendAll(
  document: DocumentView,
  mends: readonly Mend[],
  on: string,
): { patch: Patch; count: number } | Refusal {
  let left = mends;
  for (;;) {
    const result = mendTogether(document, left, on);
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
 * First rings, then whatever is done record by record, and then all ground at once. A finding that
 * an earlier mend has done away with is passed over.
 */
function mendTogether(
  document: DocumentView,
  mends: readonly Mend[],
  on: string,
): { patch: Patch } | Refusal {
  const patches: Patch[] = [];
  let view = document;
  const take = (result: { patch: Patch } | Refusal): Refusal | null => {
    if ('refused' in result) {
      return result.refused === 'edit.refused.unchanged' ? null : result;
    }
    patches.push(result.patch);
    view = patchedView(view, result.patch);
    return null;
  };
  const mendIds = mends.flatMap(({ fix }) => (fix.kind === 'mend-rings' ? [fix.recordId] : []));
  if (mendIds.length > 0) {
    const rings = { decisions: [], mendIds, issueClasses: null, on };
    const refusal = take(reground(view, rings));
    if (refusal) return refusal;
  }
  const decided = mends.filter((mend) => decisionOf(mend) !== null);
  for (const mend of mends) {
    if (mend.fix.kind === 'mend-rings' || decided.includes(mend)) continue;
    const refusal = take(applyFix(view, { ...mend, on }));
    if (refusal) return refusal;
  }
  const byClass = groupBy(decided, ({ target }) => target.issueClasses?.join('\n') ?? null);
  for (const group of byClass.values()) {
    const decisions = group.flatMap((mend) => decisionOf(mend) ?? []);
    const issueClasses = group[0]?.target.issueClasses ?? null;
    const refusal = take(
      reground(view, { decisions, mendIds: [], issueClasses, on, mayIdle: true }),
    );
    if (refusal) return refusal;
  }
  const patch = squashPatches(patches);
  return patches.length === 0 ? { refused: 'edit.refused.unchanged' } : { patch };
}
