import { useProject } from '#renderer/state/project.ts';
import { formatClock } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import styles from './status-bar.module.css';

/** Bottom line: what the next click does, where the pointer is, and when the work was last kept. */
export function StatusBar(props: { hint: string; pointer: LonLat | null }) {
  const text = useText();
  const { saving, savedAt, role } = useProject();
  let kept = text('status.kept');
  if (role === 'reader') kept = text('status.reader');
  else if (saving) kept = text('status.saving');
  else if (savedAt !== null) kept = text('status.saved', { time: formatClock(savedAt) });
  return (
    <footer className={styles.bar}>
      <span className={styles.hint}>{props.hint}</span>
      {props.pointer && (
        <span className={styles.pointer}>
          {props.pointer[0].toFixed(5)}, {props.pointer[1].toFixed(5)}
        </span>
      )}
      <span role="status">{kept}</span>
    </footer>
  );
}
