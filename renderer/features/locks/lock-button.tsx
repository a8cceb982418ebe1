import { LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { zoneLock } from './locks-on.ts';
import styles from './locks.module.css';
import { useLocks } from './use-locks.ts';

/** Whether a zone is locked, as a sign that locks and unlocks it. */
export function LockButton(props: {
  document: DocumentView;
  zoneId: string;
  /** Whether the word stands beside the sign; in tables there is no room. */
  worded?: boolean;
}) {
  const { document, zoneId, worded = false } = props;
  const text = useText();
  const mayEdit = useMayEdit();
  const { lockZone, unlock } = useLocks(document);
  const lock = zoneLock(document, zoneId);
  const zone = document.find('zone', zoneId)?.name ?? '';
  const label = text(lock ? 'locks.unlockZone' : 'locks.lockZone', { zone });
  const reason = lock?.reason ? text('locks.lockedWhy', { reason: lock.reason }) : '';
  const Icon = lock ? LockKeyhole : LockKeyholeOpen;
  return (
    <button
      type="button"
      className={styles.lock}
      data-row-action={worded ? undefined : true}
      data-locked={lock !== undefined}
      tabIndex={worded ? 0 : -1}
      aria-pressed={lock !== undefined}
      aria-label={label}
      title={[reason, label].filter(Boolean).join('\n')}
      disabled={!mayEdit}
      onClick={(event) => {
        event.stopPropagation();
        if (lock) unlock(lock);
        else lockZone(zoneId);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        // The table around takes Enter for its row; here it means the lock.
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
      }}
    >
      <Icon size={14} aria-hidden />
      {worded && <span>{text(lock ? 'locks.locked' : 'locks.lock')}</span>}
      {worded && lock?.reason && <span className={styles.why}>{lock.reason}</span>}
    </button>
  );
}
