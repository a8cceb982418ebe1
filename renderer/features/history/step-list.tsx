import { signedArea } from '#renderer/features/repair/signed.ts';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import styles from './history.module.css';
import { MergedRows } from './merged-rows.tsx';
import { stepChanges } from './step-changes.ts';

/** Records told of one by one. */
const mostListed = 200;

/** What a step changed, record by record; those that still are lead to their place. */
export function StepList(props: { row: AuditRow; onRecord: (id: string) => void }) {
  const text = useText();
  const document = useProject((state) => state.document);
  const changes = stepChanges(props.row.patch);
  return (
    <section className={styles.changes} aria-label={text('history.changed')}>
      <h2>{text('history.changed')}</h2>
      <ul>
        {changes.slice(0, mostListed).map(({ id, kind, title, did, gainM2 }) => (
          <li key={id}>
            <span className={styles.quiet}>{text(`history.${did}`)}</span>
            <span className={styles.quiet}>{text(`kind.${kind}`)}</span>
            {document?.get(id) ? (
              <button type="button" className={styles.action} onClick={() => props.onRecord(id)}>
                {title}
              </button>
            ) : (
              <span className={styles.gone}>{title}</span>
            )}
            <span className={styles.figure}>{gainM2 === null ? '' : signedArea(gainM2)}</span>
          </li>
        ))}
      </ul>
      {changes.length > mostListed && (
        <p className={styles.quiet}>{text('history.more', { count: changes.length })}</p>
      )}
      {props.row.merged && <MergedRows rows={props.row.merged} />}
    </section>
  );
}
