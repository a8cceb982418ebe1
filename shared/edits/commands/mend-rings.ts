import type { Command } from '#shared/edits/command.ts';
import { mendLevelRings, reground } from '#shared/edits/repair/reground.ts';
import { recordTitle } from '#shared/edits/record-title.ts';

/**
 * Makes the rings of an area, an exception or the outline valid: closed, without spikes, crossings
 * and rings that enclose nothing; all ground that they go round stays. Neighbours get the new
 * corners that lie on common borders.
 */
export const mendRings: Command<{ recordId: string; on: string }> = (document, args) => {
  const record = document.get(args.recordId);
  if (!record) return { refused: 'edit.refused.missing' };
  const isLevel = record.kind === 'street' || record.kind === 'community';
  const mended = isLevel
    ? mendLevelRings(document, record.kind, record.id)
    : reground(document, {
        decisions: [],
        mendIds: [record.id],
        issueClasses: null,
        on: args.on,
      });
  if ('refused' in mended) return mended;
  return {
    ...mended,
    label: { key: 'edit.repair.mend', params: { title: recordTitle(record) } },
    selection: [record.id],
  };
};
