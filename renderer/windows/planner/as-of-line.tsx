import { Button } from 'antd';
import { History } from 'lucide-react';
import { showDay, useAsOf } from '#renderer/state/as-of.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { localDay } from '#shared/model/local-day.ts';
import styles from './notice-line.module.css';

/** Says over the map, as long as it is so, that the chain shown is not today's. */
export function AsOfLine() {
  const text = useText();
  const today = useToday();
  const { day, error } = useAsOf();
  const { history, project } = useProjectParts('history', 'project');
  if (day === null) return null;
  const [first] = history;
  const begun = first && localDay(Date.parse(first.time), project?.utcOffsetMinutes ?? 0);
  const isPast = day < today;
  return (
    <div className={styles.line} role="status">
      <History size={14} aria-hidden />
      <span>
        <strong>{text(isPast ? 'chain.asOf.past' : 'chain.asOf.future', { day })}</strong>
        {isPast && begun !== undefined && day < begun && (
          <> · {text('chain.asOf.logFrom', { day: begun })}</>
        )}
        {' · '}
        {error ? text('chain.asOf.failed', { reason: error }) : text('chain.asOf.findings')}
      </span>
      <Button size="small" onClick={() => showDay(null)}>
        {text('chain.asOf.back')}
      </Button>
    </div>
  );
}
