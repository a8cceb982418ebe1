import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { decideTarget, type GroundFix } from '#shared/edits/repair/decide-target.ts';

/** Draws a mismatched border along the line of one zone, or along the outline (`zoneId` null). */
export const keepLine: Command<GroundFix & { zoneId: string | null }> = (document, args) => {
  const { zoneId } = args;
  const zone = zoneId === null ? null : document.find('zone', zoneId);
  if (zone === undefined) return { refused: 'edit.refused.missing' };
  const decided = decideTarget(document, args, { kind: 'line', zoneId });
  if ('refused' in decided) return decided;
  const label: EditLabel = zone
    ? { key: 'edit.repair.line', params: { zone: zone.name } }
    : { key: 'edit.repair.outline', params: {} };
  return {
    ...decided,
    label,
    selection: args.target.recordIds.filter((id) => document.get(id)),
  };
};
