import type { ReactNode } from 'react';
import { KeepNotice } from '#renderer/features/keep/keep-notice.tsx';
import { usePointer } from '#renderer/state/pointer.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { formatClock } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './status-bar.module.css';

/** Bottom line: what the next click does, where the pointer is, and when the work was last kept. */
export function StatusBar(props: { children: ReactNode }) {
  const text = useText();
  const { saving, savedAt, role } = useProjectParts('saving', 'savedAt', 'role');
  let kept = text('status.kept');
  if (role === 'reader') kept = text('status.reader');
  else if (saving) kept = text('status.saving');
  else if (savedAt !== null) kept = text('status.saved', { time: formatClock(savedAt) });
  return (
    <footer className={styles.bar}>
      <span className={styles.hint}>{props.children}</span>
      <PointerPosition />
      <KeepNotice />
      <span role="status">{kept}</span>
    </footer>
  );
}

function PointerPosition() {
  const position = usePointer((state) => state.position);
  if (!position) return null;
  return (
    <span className={styles.pointer}>
      {position[0].toFixed(5)}, {position[1].toFixed(5)}
    </span>
  );
}
