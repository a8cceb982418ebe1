import type { Command } from '#shared/edits/command.ts';
import type { FixTarget } from '#shared/model/fix.ts';
import { removeRecords } from './remove-records.ts';

/** Of zones entered several times over, removes all but one, with the posts that hang on them. */
export const keepDuplicate: Command<{ target: FixTarget; zoneId: string }> = (document, args) => {
  const zone = document.find('zone', args.zoneId);
  const others = args.target.recordIds.filter((id) => id !== args.zoneId);
  if (!zone || others.length === 0) return { refused: 'edit.refused.missing' };
  const removed = removeRecords(document, { ids: others });
  if ('refused' in removed) return removed;
  return {
    patch: removed.patch,
    label: {
      key: 'edit.repair.duplicate',
      params: { zone: zone.name, count: others.length },
    },
    selection: [zone.id],
  };
};
