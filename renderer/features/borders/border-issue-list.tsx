import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { formatMoment, formatNumber } from '#renderer/ui/format.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { SpotIssue } from '#shared/jobs/chain-session/questions/spot.ts';
import { unpackIssue } from '#shared/model/issue-chunk.ts';
import styles from './borders.module.css';

/** Open issues along a border, nearest first: those that get bounced from side to side. */
export function BorderIssueList(props: {
  document: Document;
  issues: readonly SpotIssue[];
  count: number;
  metres: number;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const { document, issues, count, metres } = props;
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
        {issues.map(({ chunkId, index, distanceM }) => {
          const chunk = document.find('issueChunk', chunkId);
          if (!chunk || index >= chunk.count) return null;
          const issue = unpackIssue(chunk, index);
          const due = chunk.dueAt[index] as number;
          return (
            <li key={issue.id}>
              <button
                type="button"
                className={styles.issue}
                aria-pressed={selected?.chunkId === chunkId && selected.index === index}
                onClick={() => props.onIssue(chunkId, index)}
              >
                <span className={styles.away}>
                  {text('borders.away', { metres: formatNumber(distanceM) })}
                </span>
                <span>{issue.text || issue.issueClass}</span>
                {!Number.isNaN(due) && (
                  <span className={due < now ? styles.late : styles.hint}>
                    {due < now && '▲ '}
                    {formatMoment(due, offset).slice(5)}
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
