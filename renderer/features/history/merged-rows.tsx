import { useProject } from '#renderer/state/project.ts';
import { formatMoment } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { MergedRow } from '#shared/edits/audit.ts';
import styles from './history.module.css';

/** What a merge brought in from another copy's log: who did what there, and when. */
export function MergedRows({ rows }: { rows: readonly MergedRow[] }) {
  const text = useText();
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  return (
    <>
      <h2>{text('keep.merge.log')}</h2>
      <ul>
        {rows.map(({ id, time, author, action, label }) => {
          const words = text(textKey(label.key), label.params);
          return (
            <li key={id}>
              <span className={styles.quiet}>{formatMoment(Date.parse(time), offset)}</span>
              <span className={styles.quiet}>{author || text('keep.merge.unnamed')}</span>
              <span className={styles.gone}>
                {action === 'edit' ? words : text(`history.${action}`, { label: words })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
