import type { Command } from '#shared/edits/command.ts';
import { emptyPatch, squashPatches } from '#shared/edits/patch.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { scenarioView } from '#shared/edits/scenario/scenario-view.ts';
import { zoneChangesOf, zonePatch } from '#shared/edits/scenario/zone-patch.ts';

/**
 * Carries a command out in a scenario rather than in the plan in force: what it changes about zones is kept
 * in the scenario, the rest (posts of zones that go) follows when it is adopted.
 */
export function inScenario<Arguments>(
  scenarioId: string,
  command: Command<Arguments>,
): Command<Arguments> {
  return (document, args) => {
    const scenario = document.find('scenario', scenarioId);
    if (!scenario) return { refused: 'edit.refused.missing' };
    const result = runCommand(scenarioView(document, scenario), command, args);
    if ('refused' in result) return result;
    const { added, updated, removed } = zoneChangesOf(result.patch);
    if (added.length + updated.length + removed.length === 0) {
      return { refused: 'edit.redraw.refused.notZones' };
    }
    const before = zonePatch(document, scenario.changes);
    const next = {
      ...scenario,
      changes: zoneChangesOf(squashPatches([before, result.patch])),
    };
    return {
      patch: { ...emptyPatch(), updated: { [scenarioId]: [scenario, next] } },
      label: result.label,
      selection: result.selection,
    };
  };
}
