import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { RecordOf } from '#shared/model/record.ts';
import styles from './detail.module.css';
import { Holdings } from './holdings.tsx';

type Other = RecordOf<'organisation' | 'team' | 'exception'>;

/** Cards of units, emergency teams and approved exceptions. */
export function OtherDetail(props: {
  document: Document;
  record: Other;
  onSelect: (id: string) => void;
  onShowAll: (ids: readonly string[]) => void;
}) {
  const { document, record } = props;
  const text = useText();
  if (record.kind === 'exception') {
    return (
      <>
        <p className={styles.line}>{record.reason}</p>
        <p className={styles.line}>{text('detail.approvedBy', { approver: record.approver })}</p>
        <p className={styles.line}>
          {text('detail.validFromTo', { from: record.from, to: record.expires })}
        </p>
      </>
    );
  }
  const people =
    record.kind === 'team'
      ? record.memberIds.flatMap((id) => document.find('person', id) ?? [])
      : document.all('person').filter((person) => person.organisationId === record.id);
  return (
    <>
      {record.kind === 'team' && (
        <p className={styles.line}>
          {text(record.transport === 'vehicle' ? 'detail.vehicle' : 'detail.foot')} · {record.phone}
        </p>
      )}
      {record.kind === 'organisation' && (
        <Holdings
          of={{ organisationId: record.id }}
          document={document}
          onSelect={props.onSelect}
          onShowAll={props.onShowAll}
        />
      )}
      <h3>{text('detail.people', { count: people.length })}</h3>
      <ul className={styles.rows}>
        {people.slice(0, 100).map((person) => (
          <li key={person.id}>
            <button type="button" className={styles.link} onClick={() => props.onSelect(person.id)}>
              {person.name}
            </button>
            <span className={styles.since}>{person.phone}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
