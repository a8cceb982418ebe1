import type { Command } from '#shared/edits/command.ts';
import { decideTarget, type GroundFix } from '#shared/edits/repair/decide-target.ts';

/** Cuts off the zones what lies beyond the official outline. */
export const cutOutside: Command<GroundFix> = (document, args) => {
  const ids = args.target.recordIds.filter((id) => document.find('zone', id));
  const decided = decideTarget(document, args, { kind: 'cut' });
  if ('refused' in decided) return decided;
  const zones = ids.map((id) => document.find('zone', id)?.name ?? '').join('、');
  return { ...decided, label: { key: 'edit.repair.cut', params: { zones } }, selection: ids };
};
