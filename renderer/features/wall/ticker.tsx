import { formatMoment } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Issue } from '#shared/model/issue.ts';
import styles from './wall.module.css';
import { maskPhonesIn } from '#shared/model/mask-phone.ts';

/** Bottom line of the wall: one of the latest issues at a time, and how old the data is. */
export function Ticker(props: {
  latest: readonly Issue[];
  turn: number;
  className: (key: string) => string;
  newest: number;
  stale: boolean;
  utcOffset: number;
}) {
  const text = useText();
  const { latest } = props;
  const issue = latest[((props.turn % latest.length) + latest.length) % latest.length];
  return (
    <footer className={styles.footer}>
      <p className={styles.latest}>
        {issue && (
          <>
            <b>{text('wall.latest')}</b>{' '}
            {formatMoment(Date.parse(issue.foundAt), props.utcOffset).slice(11)}{' '}
            {props.className(issue.issueClass)} · {maskPhonesIn(issue.text)}
          </>
        )}
      </p>
      <p data-stale={props.stale}>
        {Number.isNaN(props.newest)
          ? text('wall.noIssues')
          : text(props.stale ? 'wall.staleData' : 'wall.data', {
              time: formatMoment(props.newest, props.utcOffset),
            })}
      </p>
    </footer>
  );
}
