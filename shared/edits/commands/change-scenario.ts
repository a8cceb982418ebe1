import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

/** Gives a scenario another name or note, or takes back that it waits for a day. */
export const changeScenario: Command<{
  scenarioId: string;
  name?: string;
  note?: string;
  /** True: it is not to come into force by itself any more. */
  notYet?: boolean;
}> = (document, { scenarioId, name, note, notYet = false }) => {
  const scenario = document.find('scenario', scenarioId);
  if (!scenario) return { refused: 'edit.refused.missing' };
  const next = {
    ...scenario,
    name: name ?? scenario.name,
    note: note ?? scenario.note,
    from: notYet ? null : scenario.from,
  };
  const put = putPatch(document, [next]);
  if ('refused' in put) return put;
  // Its zones are the same objects as before: nothing is drawn anew for a name.
  const patch = {
    ...put.patch,
    updated: { [scenarioId]: [scenario, next] as [typeof scenario, typeof next] },
  };
  return {
    patch,
    label: { key: 'edit.scenario.change', params: { name: next.name } },
    selection: [],
  };
};
