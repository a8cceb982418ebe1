import type { Command } from '#shared/edits/command.ts';
import { decideTarget, type GroundFix } from '#shared/edits/repair/decide-target.ts';

/** Leaves ground on which several zones stand to one of them. */
export const keepGround: Command<GroundFix & { zoneId: string }> = (document, args) => {
  const zone = document.find('zone', args.zoneId);
  if (!zone) return { refused: 'edit.refused.missing' };
  const decided = decideTarget(document, args, { kind: 'keep', zoneId: zone.id });
  if ('refused' in decided) return decided;
  return {
    ...decided,
    label: { key: 'edit.repair.keep', params: { zone: zone.name } },
    selection: [zone.id],
  };
};
