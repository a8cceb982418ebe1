import type { Command } from '#shared/edits/command.ts';
import { decideTarget, type GroundFix } from '#shared/edits/repair/decide-target.ts';
import { targetGround } from '#shared/edits/repair/target-ground.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { BlockZone } from '#shared/model/zone.ts';

/** What a zone needs that is founded on a gap. */
export interface NewZoneForm {
  newId: string;
  name: string;
  /** Community, else street, that the zone belongs to. */
  parentId: string | null;
}

/** Makes ground for which nobody answers a zone of its own. */
export const addZoneOnGround: Command<GroundFix & NewZoneForm> = (document, args) => {
  const geometry = targetGround(args.target) as Area | null;
  if (!geometry) return { refused: 'edit.repairRefused.noGround' };
  const { newId, name, parentId } = args;
  const zone: BlockZone = {
    kind: 'zone',
    shape: 'block',
    id: newId,
    parentId,
    name,
    code: '',
    // Where zones answer for single classes, the gap is one of this class only.
    categories: (args.target.issueClasses ?? []).filter((key) => key !== '*'),
    attributes: {},
    geometry,
  };
  const decided = decideTarget(document, args, { kind: 'give', to: newId }, zone);
  if ('refused' in decided) return decided;
  return {
    ...decided,
    label: { key: 'edit.repair.newZone', params: { name } },
    selection: [newId],
  };
};
