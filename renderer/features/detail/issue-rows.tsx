import { useMemo } from 'react';
import { formatMoment } from '#renderer/ui/format.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { IssuePlace } from '#shared/analysis/issues-within.ts';
import { unpackIssue } from '#shared/model/issue-chunk.ts';
import styles from './detail.module.css';

const shown = 8;

/** The open issues on a piece of ground, most urgent first. */
export function IssueRows(props: {
  issues: readonly IssuePlace[];
  utcOffset: number;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const text = useText();
  const now = useClock(60_000);
  const open = useMemo(
    () =>
      props.issues
        .map(({ chunk, index }) => ({ chunk, index, issue: unpackIssue(chunk, index) }))
        .filter(({ issue }) => issue.status !== 'closed')
        .sort((a, b) => (a.issue.dueAt ?? '9').localeCompare(b.issue.dueAt ?? '9')),
    [props.issues],
  );
  if (open.length === 0) return null;
  return (
    <>
      <h3>{text('detail.openHere', { count: open.length })}</h3>
      <ul className={styles.rows}>
        {open.slice(0, shown).map(({ chunk, index, issue }) => (
          <li key={issue.id}>
            <button
              type="button"
              className={styles.link}
              onClick={() => props.onIssue(chunk.id, index)}
            >
              {issue.text || issue.issueClass}
            </button>
            {issue.dueAt && (
              <span className={Date.parse(issue.dueAt) < now ? styles.late : styles.since}>
                {text('detail.due', {
                  time: formatMoment(Date.parse(issue.dueAt), props.utcOffset),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
