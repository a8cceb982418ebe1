import type { Command } from '#shared/edits/command.ts';
import { emptyPatch, squashPatches } from '#shared/edits/patch.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { patchedView } from '#shared/edits/repair/patched-view.ts';
import { conflictsOf, zoneChangesOf, zonePatch } from '#shared/edits/scenario/zone-patch.ts';
import type { PlanEdition } from '#shared/model/plan-edition.ts';
import { reverseChanges } from '#shared/model/zone-changes.ts';
import { removeRecords } from './remove-records.ts';

/**
 * Adopts a scenario from a day on. When the day has come it is carried out at once, in one step: zones change,
 * what hung on zones that go goes with them, and what leads back to the plan before is kept. When it is
 * still to come the scenario waits; adopting it again on that day carries it out.
 *
 * Zones that the plan in force has changed meanwhile stand in the way unless `overwrites` says that the
 * scenario counts.
 */
export const adoptScenario: Command<{
  scenarioId: string;
  /** Both `YYYY-MM-DD`. */
  from: string;
  today: string;
  editionId: string;
  overwrites?: boolean;
}> = (document, { scenarioId, from, today, editionId, overwrites = false }) => {
  const scenario = document.find('scenario', scenarioId);
  if (!scenario) return { refused: 'edit.refused.missing' };
  const { name, note, changes } = scenario;
  if (from > today) {
    const put = putPatch(document, [{ ...scenario, from }]);
    if ('refused' in put) return put;
    return {
      patch: put.patch,
      label: { key: 'edit.scenario.plan', params: { name, from } },
      selection: [],
    };
  }
  const [conflict] = overwrites ? [] : conflictsOf(document, changes);
  if (conflict !== undefined) {
    const zone = document.find('zone', conflict);
    const gone = [...changes.updated.map(([old]) => old), ...changes.removed].find(
      ({ id }) => id === conflict,
    );
    return {
      refused: 'edit.scenario.refused.conflict',
      params: { zone: zone?.name ?? gone?.name ?? '' },
    };
  }
  const patch = zonePatch(document, changes);
  const edition: PlanEdition = {
    kind: 'planEdition',
    id: editionId,
    name,
    note,
    from,
    back: reverseChanges(zoneChangesOf(patch)),
  };
  const view = patchedView(document, { ...patch, removed: {} });
  const put = putPatch(view, [edition]);
  if ('refused' in put) return put;
  const removed = removeRecords(patchedView(view, put.patch), {
    ids: [scenarioId, ...Object.keys(patch.removed)],
  });
  if ('refused' in removed) return removed;
  return {
    patch: squashPatches([
      { ...emptyPatch(), added: patch.added, updated: patch.updated },
      put.patch,
      removed.patch,
    ]),
    label: { key: 'edit.scenario.adopt', params: { name, from } },
    selection: [...changes.added.map(({ id }) => id), ...changes.updated.map(([{ id }]) => id)],
  };
};
