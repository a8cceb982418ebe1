import { useMemo } from 'react';
import { useEdit } from '#renderer/features/edit/use-edit.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { putLock } from '#shared/edits/commands/put-lock.ts';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { removeLock } from '#shared/edits/commands/remove-lock.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import type { BorderNear } from '#shared/edits/redraw/border-near.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Lock } from '#shared/model/lock.ts';

/** Locking and unlocking, each an edit that can be undone. */
export function useLocks(document: DocumentView) {
  const text = useText();
  const edit = useEdit();
  return useMemo(() => {
    const nameOf = (id: string) => document.find('zone', id)?.name ?? '?';
    const put = (name: string, what: Lock['what']) =>
      edit(putLock, {
        lock: { kind: 'lock', id: crypto.randomUUID(), name: name.slice(0, 200), reason: '', what },
      });
    return {
      lockZone: (zoneId: string) => put(`“${nameOf(zoneId)}”`, { of: 'zone', zoneId }),
      /** Only these zones, and what is made of them, can be changed from now on. */
      lockOutside: (zoneIds: readonly string[]) =>
        put(text('locks.outsideOf', { count: zoneIds.length }), {
          of: 'outside',
          zoneIds: [...zoneIds],
        }),
      lockBorder: ({ zoneIds: [a, b], line }: BorderNear) =>
        put(text('locks.border', { a: nameOf(a), b: nameOf(b) }), {
          of: 'border',
          geometry: { type: 'LineString', coordinates: line },
        }),
      unlock: (lock: Lock) => edit(removeLock, { lockId: lock.id }),
      unlockAll: () => edit(removeRecords, { ids: document.all('lock').map(({ id }) => id) }),
      /** Why it is locked: told where a change is refused. */
      giveReason: (lock: Lock, reason: string) =>
        reason.trim() === lock.reason ||
        edit(putRecords, { records: [{ ...lock, reason: reason.trim() }] }),
    };
  }, [document, edit, text]);
}
