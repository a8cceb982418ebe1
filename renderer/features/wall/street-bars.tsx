import { useText } from '#renderer/ui/use-text.ts';
import type { StreetCount } from '#shared/analysis/open-by-street.ts';
import styles from './wall.module.css';

/** Streets by open issues, worst first; streets only, never persons. */
export function StreetBars(props: { counts: readonly StreetCount[]; activeId: string | null }) {
  const text = useText();
  const most = Math.max(1, ...props.counts.map((count) => count.open));
  return (
    <ol className={styles.bars} aria-label={text('wall.streets')}>
      {props.counts.map(({ street, open, overdue }) => (
        <li key={street.id} data-active={street.id === props.activeId}>
          <span className={styles.street}>{street.name}</span>
          <span className={styles.bar} aria-hidden="true">
            <i style={{ width: `${(overdue / most) * 100}%` }} data-late />
            <i style={{ width: `${((open - overdue) / most) * 100}%` }} />
          </span>
          <span className={styles.count}>
            {open}
            {overdue > 0 && <b>{text('wall.ofLate', { count: overdue })}</b>}
          </span>
        </li>
      ))}
    </ol>
  );
}
