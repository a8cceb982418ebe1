import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { Lock } from '#shared/model/lock.ts';

/**
 * Locks a zone, a stretch of border, or all zones but some. There is one lock on "all but some" at a time: a
 * new one takes the place of the old.
 */
export const putLock: Command<{ lock: Lock }> = (document, { lock }) => {
  const { what } = lock;
  if (what.of === 'zone' && !document.find('zone', what.zoneId)) {
    return { refused: 'edit.refused.missing' };
  }
  const put = putPatch(document, [lock]);
  if ('refused' in put) return put;
  if (what.of === 'outside') {
    for (const other of document.all('lock')) {
      if (other.what.of === 'outside' && other.id !== lock.id) put.patch.removed[other.id] = other;
    }
  }
  return {
    patch: put.patch,
    label: { key: 'edit.redraw.lock', params: { what: lock.name } },
    selection: what.of === 'zone' ? [what.zoneId] : [],
  };
};
