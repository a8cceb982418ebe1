import { useProject } from '#renderer/state/project.ts';
import { formatMoment } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { MergedRow } from '#shared/edits/audit.ts';
import styles from './history.module.css';
import { stepWords } from './step-words.ts';

/** What a merge brought in from another copy's log: who did what there, and when. */
export function MergedRows({ rows }: { rows: readonly MergedRow[] }) {
  const text = useText();
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  return (
    <>
      <h2>{text('keep.merge.log')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <span className={styles.quiet}>{formatMoment(Date.parse(row.time), offset)}</span>
            <span className={styles.quiet}>{row.author || text('keep.merge.unnamed')}</span>
            <span className={styles.gone}>{stepWords(text, row)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
