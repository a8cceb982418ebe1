import { Alert, Progress } from 'antd';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { DuplicateChoice, ImportPlan } from '#shared/formats/import/plan.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import styles from './import-dialog.module.css';
import { DuplicateTable } from './duplicate-table.tsx';
import { MatchTable } from './match-table.tsx';
import { PreviewMap } from './preview-map.tsx';
import { RejectedRows } from './rejected-rows.tsx';
import { countPlanned } from './use-import-plan.ts';

/** Third step: what the import would do, on a small map and in numbers, and what it cannot use. */
export function CheckStep(props: {
  plan: ImportPlan | null;
  progress: number | null;
  outline: AnyRecord | null;
  /** Whom a name that fits several people means. */
  onMatch: (key: string, personId: string) => void;
  duplicates: DuplicateChoice;
  onDuplicates: (choice: DuplicateChoice) => void;
}) {
  const text = useText();
  const { plan, progress } = props;
  if (!plan) {
    const percent = Math.round((progress ?? 0) * 100);
    return (
      <div className={styles.step}>
        {progress !== null && (
          <div role="status">
            <p>{text('import.planning', { percent })}</p>
            <Progress percent={percent} showInfo={false} />
          </div>
        )}
      </div>
    );
  }
  return (
    <div className={styles.step}>
      <div className={styles.check}>
        <PreviewMap records={plan.records} outline={props.outline} />
        <div className={styles.facts} aria-live="polite">
          {countPlanned(plan) === 0 && <strong>{text('import.check.nothing')}</strong>}
          <Counts title={text('import.check.added')} counts={plan.added} />
          <Counts title={text('import.check.updated')} counts={plan.updated} />
          {plan.unchanged > 0 && (
            <p className={styles.quiet}>
              {text('import.check.unchanged', { count: plan.unchanged })}
            </p>
          )}
          {plan.skipped > 0 && (
            <p className={styles.quiet}>{text('import.check.skipped', { count: plan.skipped })}</p>
          )}
          {plan.notes.map((note) => (
            <Alert
              key={JSON.stringify(note)}
              type="info"
              showIcon
              title={text(textKey(`import.note.${note.key}`), note.params)}
            />
          ))}
        </div>
      </div>
      <DuplicateTable
        duplicates={plan.duplicates}
        choice={props.duplicates}
        onChoice={props.onDuplicates}
      />
      <MatchTable matches={plan.matches} onChoose={props.onMatch} />
      <RejectedRows rows={plan.rejected} />
    </div>
  );
}

function Counts(props: { title: string; counts: ImportPlan['added'] }) {
  const text = useText();
  const counts = Object.entries(props.counts).filter(([, count]) => count > 0);
  if (counts.length === 0) return null;
  return (
    <div className={styles.counts}>
      <h4>{props.title}</h4>
      <ul>
        {counts.map(([kind, count]) => (
          <li key={kind}>{text(textKey(`import.count.${kind}`), { count })}</li>
        ))}
      </ul>
    </div>
  );
}
