import { useChainDay } from '#renderer/state/use-chain-day.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { RecordOf } from '#shared/model/record.ts';
import styles from './detail.module.css';
import { Holdings } from './holdings.tsx';

/** Card of a person: phone, unit, leave, and everything held on the day. */
export function PersonDetail(props: {
  document: Document;
  person: RecordOf<'person'>;
  onSelect: (id: string) => void;
  onShowAll: (ids: readonly string[]) => void;
}) {
  const { document, person, onSelect } = props;
  const text = useText();
  const on = useChainDay();
  const unit = document.find('organisation', person.organisationId ?? '');
  const leave = person.leave.find(({ from, to }) => from <= on && on <= to);
  const deputy = document.find('person', leave?.deputyId ?? '');
  return (
    <>
      <p className={styles.line}>
        {person.phone || <span className={styles.vacant}>{text('chain.noPhone')}</span>}
      </p>
      {unit && (
        <p className={styles.line}>
          <button type="button" className={styles.link} onClick={() => onSelect(unit.id)}>
            {unit.name}
          </button>
        </p>
      )}
      {leave && (
        <p className={styles.line}>
          {text('held.leave', { from: leave.from, to: leave.to })}{' '}
          {deputy ? (
            <button type="button" className={styles.link} onClick={() => onSelect(deputy.id)}>
              {text('held.deputy', { name: deputy.name })}
            </button>
          ) : (
            <span className={styles.since}>{text('held.noDeputy')}</span>
          )}
        </p>
      )}
      <Holdings
        of={{ personId: person.id }}
        document={document}
        onSelect={onSelect}
        onShowAll={props.onShowAll}
      />
    </>
  );
}
