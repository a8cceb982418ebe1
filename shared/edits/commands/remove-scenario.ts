import type { Command } from '#shared/edits/command.ts';
import { emptyPatch } from '#shared/edits/patch.ts';

/** Deletes a scenario with all that was redrawn in it; the plan in force stays as it is. */
export const removeScenario: Command<{ scenarioId: string }> = (document, { scenarioId }) => {
  const scenario = document.find('scenario', scenarioId);
  if (!scenario) return { refused: 'edit.refused.missing' };
  return {
    patch: { ...emptyPatch(), removed: { [scenarioId]: scenario } },
    label: { key: 'edit.scenario.remove', params: { name: scenario.name } },
    selection: [],
  };
};
