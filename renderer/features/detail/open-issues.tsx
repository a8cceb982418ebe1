import { formatMoment } from '#renderer/ui/format.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Listed } from '#shared/analysis/listed.ts';
import type { ListedIssue } from '#shared/analysis/listed-issue.ts';
import type { Document } from '#shared/edits/document.ts';
import styles from './detail.module.css';

const shown = 8;

/** Open issues of a place, as many as a card has room for. */
export function OpenIssues(props: {
  title: string;
  issues: Listed<ListedIssue>;
  document: Document;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const text = useText();
  const now = useClock(60_000);
  const project = props.document.all('project')[0];
  if (props.issues.count === 0) return null;
  const names = new Map(project?.schemes.issueClasses.map(({ key, name }) => [key, name]));
  return (
    <>
      <h3>{props.title}</h3>
      <ul className={styles.rows}>
        {props.issues.items.slice(0, shown).map((issue) => (
          <li key={`${issue.chunkId}${issue.index}`}>
            <button
              type="button"
              className={styles.link}
              onClick={() => props.onIssue(issue.chunkId, issue.index)}
            >
              {issue.text || names.get(issue.issueClass) || issue.issueClass}
            </button>
            {issue.dueAt !== null && (
              <span className={issue.dueAt < now ? styles.late : styles.since}>
                {text('detail.due', {
                  time: formatMoment(issue.dueAt, project?.utcOffsetMinutes ?? 0),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
