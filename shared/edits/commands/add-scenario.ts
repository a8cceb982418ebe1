import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** Begins a scenario: a copy of the plan in force, or of another scenario. */
export const addScenario: Command<{
  newId: string;
  name: string;
  note?: string;
  /** Scenario to copy; left out: the plan in force. */
  copyOf?: string;
}> = (document, { newId, name, note = '', copyOf }) => {
  const source = copyOf === undefined ? null : document.find('scenario', copyOf);
  if (source === undefined || document.get(newId)) return { refused: 'edit.refused.missing' };
  const scenario: Scenario = {
    kind: 'scenario',
    id: newId,
    name,
    note,
    changes: source?.changes ?? { added: [], updated: [], removed: [] },
    from: null,
  };
  const put = putPatch(document, [scenario]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.scenario.add', params: { name } },
    selection: [],
  };
};
