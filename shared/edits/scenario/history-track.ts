import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/**
 * Which undo an edit belongs to: the id of the scenario that it redraws, else null, for the plan in
 * force and everything else. So a scenario is undone by itself, whatever has been done elsewhere since.
 */
export function historyTrack({ added, updated, removed }: Patch): string | null {
  for (const _ in added) return null;
  for (const _ in removed) return null;
  const [only, another] = Object.values(updated);
  if (!only || another) return null;
  const [from, to] = only;
  if (from.kind !== 'scenario' || to.kind !== 'scenario') return null;
  const isRedrawn = from.name === to.name && from.note === to.note && from.from === to.from;
  return isRedrawn ? to.id : null;
}

/**
 * A step of undo or redo as it fits the document now. Scenarios have an undo of their own, so what a step
 * says about one may be out of date: of its name only the name is taken back, of its zones only they. What changed
 * both, as a backup or another copy does, is taken back whole unless it was redrawn since.
 */
export function stepOnto(document: DocumentView, patch: Patch): Patch {
  const track = historyTrack(patch);
  const fitted: Patch = { ...emptyPatch(), added: patch.added };
  for (const [id, record] of Object.entries(patch.removed)) {
    fitted.removed[id] = record.kind === 'scenario' ? (document.get(id) ?? record) : record;
  }
  for (const [id, [from, to]] of Object.entries(patch.updated)) {
    const now = to.kind === 'scenario' ? document.find('scenario', id) : undefined;
    if (!now || to.kind !== 'scenario') fitted.updated[id] = [from, to];
    else fitted.updated[id] = [now, fittedScenario(now, from as Scenario, to, track !== null)];
  }
  return fitted;
}

function fittedScenario(now: Scenario, from: Scenario, to: Scenario, isRedrawn: boolean): Scenario {
  if (isRedrawn) return { ...now, changes: to.changes };
  return sameRecord(now.changes, from.changes) ? to : { ...to, changes: now.changes };
}
