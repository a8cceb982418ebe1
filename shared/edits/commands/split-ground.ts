import type { Command } from '#shared/edits/command.ts';
import { decideTarget, type GroundFix } from '#shared/edits/repair/decide-target.ts';

/** Divides ground on which two zones stand between them, along the line that is as near to both. */
export const splitGround: Command<GroundFix & { zoneIds: [string, string] }> = (document, args) => {
  const [a, b] = args.zoneIds.map((id) => document.find('zone', id));
  if (!a || !b) return { refused: 'edit.refused.missing' };
  const decided = decideTarget(document, args, { kind: 'split', zoneIds: args.zoneIds });
  if ('refused' in decided) return decided;
  return {
    ...decided,
    label: { key: 'edit.repair.split', params: { a: a.name, b: b.name } },
    selection: [a.id, b.id],
  };
};
