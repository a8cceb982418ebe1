import type { Command } from '#shared/edits/command.ts';
import { decideTarget, type GroundFix } from '#shared/edits/repair/decide-target.ts';

/** Gives ground for which nobody answers to a zone, exactly along the borders of its neighbours. */
export const giveGround: Command<GroundFix & { zoneId: string }> = (document, args) => {
  const zone = document.find('zone', args.zoneId);
  if (!zone) return { refused: 'edit.refused.missing' };
  const decided = decideTarget(document, args, { kind: 'give', to: zone.id });
  if ('refused' in decided) return decided;
  return {
    ...decided,
    label: { key: 'edit.repair.give', params: { zone: zone.name } },
    selection: [zone.id],
  };
};
