import type { Command } from '#shared/edits/command.ts';
import { newZone, type NewZoneForm } from '#shared/edits/redraw/new-zone.ts';
import { decideTarget, type GroundFix } from '#shared/edits/repair/decide-target.ts';
import { targetGround } from '#shared/edits/repair/target-ground.ts';
import type { Area } from '#shared/model/geometry.ts';

/** Makes ground for which nobody answers a zone of its own. */
export const addZoneOnGround: Command<GroundFix & Omit<NewZoneForm, 'categories'>> = (
  document,
  args,
) => {
  const geometry = targetGround(args.target) as Area | null;
  if (!geometry) return { refused: 'edit.repairRefused.noGround' };
  const { newId, name, parentId } = args;
  // Where zones answer for single classes, the gap is one of this class only.
  const categories = (args.target.issueClasses ?? []).filter((key) => key !== '*');
  const zone = { ...newZone({ newId, name, parentId, categories }), geometry };
  const decided = decideTarget(document, args, { kind: 'give', to: newId }, zone);
  if ('refused' in decided) return decided;
  return {
    ...decided,
    label: { key: 'edit.repair.newZone', params: { name } },
    selection: [newId],
  };
};
