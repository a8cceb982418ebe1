import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { formatMoment, formatNumber } from '#renderer/ui/format.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { BorderAnswer } from '#shared/jobs/chain-session/questions/border.ts';
import styles from './borders.module.css';

/** Open issues along a border, nearest first: those that get bounced from side to side. */
export function BorderIssueList(props: {
  issues: BorderAnswer['issues'];
  count: number;
  metres: number;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const { issues, count, metres } = props;
  const text = useText();
  const now = useClock(60_000);
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  const selected = useView((view) => view.selectedIssue);
  if (count === 0) return <p className={styles.hint}>{text('borders.noneNear', { metres })}</p>;
  return (
    <>
      <h3>{text('borders.near', { metres, count: formatNumber(count) })}</h3>
      {count > issues.length && (
        <p className={styles.hint}>{text('borders.nearest', { count: issues.length })}</p>
      )}
      <ul className={styles.issues}>
        {issues.map(({ chunkId, index, distanceM, text: what, issueClass, dueAt }) => {
          return (
            <li key={`${chunkId}/${index}`}>
              <button
                type="button"
                className={styles.issue}
                aria-pressed={selected?.chunkId === chunkId && selected.index === index}
                onClick={() => props.onIssue(chunkId, index)}
              >
                <span className={styles.away}>
                  {text('borders.away', { metres: formatNumber(distanceM) })}
                </span>
                <span>{what || issueClass}</span>
                {dueAt !== null && (
                  <span className={dueAt < now ? styles.late : styles.hint}>
                    {dueAt < now && '▲ '}
                    {formatMoment(dueAt, offset).slice(5)}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
