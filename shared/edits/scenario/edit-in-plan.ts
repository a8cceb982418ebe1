import type { Command, CommandResult } from '#shared/edits/command.ts';
import { changesOf, emptyPatch, type Patch, squashPatches } from '#shared/edits/patch.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { RecordKind } from '#shared/model/record.ts';
import type { ShownPlan } from './shown-plan.ts';
import { changeCount, zoneChangesOf, zonePatch } from './zone-patch.ts';

/** What follows by itself when zones go, and so is left until the scenario is adopted. */
const followers: readonly RecordKind[] = ['post', 'border', 'lock', 'zone'];

/** Whether a patch does more beside its zones than what follows from them. */
function reachesFurther(patch: Patch): boolean {
  return changesOf(patch).some(([from, to]) => {
    const record = to ?? from;
    if (!record || !followers.includes(record.kind)) return true;
    return from === null && record.kind !== 'zone';
  });
}

/**
 * Runs a command on the plan that is shown. In a scenario what it changes about zones is kept there
 * alone, and what hung on zones that go follows when it is adopted; what has nothing to do with zones (people, points, locks) counts at once for all
 * plans, and what would change both at a time is refused. A plan of the past cannot be edited.
 */
export function editInPlan<Arguments>(
  { shown, stored, plan }: { shown: DocumentView; stored: DocumentView; plan: ShownPlan },
  command: Command<Arguments>,
  args: Arguments,
): CommandResult {
  if (plan.of === 'day') return { refused: 'edit.scenario.refused.past' };
  const result = runCommand(shown, command, args);
  if (plan.of === 'inForce' || 'refused' in result) return result;
  if (changeCount(zoneChangesOf(result.patch)) === 0) return result;
  if (reachesFurther(result.patch)) return { refused: 'edit.scenario.refused.further' };
  const scenario = stored.find('scenario', plan.id);
  if (!scenario) return { refused: 'edit.refused.missing' };
  const before = zonePatch(stored, scenario.changes);
  const changes = zoneChangesOf(squashPatches([before, result.patch]));
  return {
    ...result,
    patch: { ...emptyPatch(), updated: { [plan.id]: [scenario, { ...scenario, changes }] } },
  };
}
