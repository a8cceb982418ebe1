import { useDialogs } from '#renderer/state/dialogs.ts';
import { useKeep } from '#renderer/state/keep/keep-state.ts';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { formatBytes } from './format-bytes.ts';
import styles from './keep.module.css';

/** One word in the status bar about what endangers the data, the worst first; a click says more. */
export function KeepNotice() {
  const text = useText();
  const show = useDialogs((state) => state.show);
  const { problems, room, place, isBare, failed, locked } = useKeep();
  const isWriter = useProject((state) => state.role === 'writer');
  const notice = (words: string, dialog: 'integrity' | 'backups') => (
    <button type="button" className={styles.notice} onClick={() => show(dialog)}>
      {words}
    </button>
  );
  if (problems && problems.length > 0) {
    return notice(text('keep.notice.problems', { count: problems.length }), 'integrity');
  }
  if (room && room.state !== 'enough') {
    const key = room.state === 'low' ? 'keep.notice.low' : 'keep.notice.scarce';
    return notice(text(key, { left: formatBytes(room.bytes) }), 'backups');
  }
  if (!isWriter) return null;
  if (locked) return notice(text('keep.notice.locked'), 'backups');
  if (failed !== null) return notice(text('keep.notice.failed'), 'backups');
  if (place?.state === 'ask') return notice(text('keep.notice.ask'), 'backups');
  if (isBare) return notice(text('keep.notice.none'), 'backups');
  return null;
}
