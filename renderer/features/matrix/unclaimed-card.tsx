import { Select } from 'antd';
import { useEdit } from '#renderer/features/edit/use-edit.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { claimClass } from '#shared/edits/commands/claim-class.ts';
import type { Document } from '#shared/edits/document.ts';
import styles from './matrix.module.css';

/** Classes of issue that no department answers for, each with a department to give it to. */
export function UnclaimedCard(props: {
  document: Document;
  unclaimed: readonly string[];
  nameOf: (issueClass: string) => string;
}) {
  const text = useText();
  const edit = useEdit();
  const { document, unclaimed } = props;
  const departments = document
    .all('organisation')
    .filter(({ line }) => line === 'line')
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className={styles.card} aria-label={text('matrix.unclaimedTitle')}>
      <h3>{text('matrix.unclaimedTitle')}</h3>
      <p className={styles.quiet}>
        {text(departments.length > 0 ? 'matrix.unclaimedHint' : 'matrix.noDepartments')}
      </p>
      <ul className={styles.list}>
        {unclaimed.map((issueClass) => (
          <li key={issueClass}>
            <div className={styles.claim}>
              <span>{props.nameOf(issueClass)}</span>
              <Select
                size="small"
                aria-label={text('matrix.giveTo', { name: props.nameOf(issueClass) })}
                placeholder={text('matrix.giveToShort')}
                showSearch={{ optionFilterProp: 'label' }}
                options={departments}
                value={null}
                onChange={(organisationId) => {
                  if (organisationId !== null) edit(claimClass, { organisationId, issueClass });
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
