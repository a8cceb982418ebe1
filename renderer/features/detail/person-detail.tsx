import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { inOffice } from '#shared/model/in-office.ts';
import { isPlace } from '#shared/model/place.ts';
import type { RecordOf } from '#shared/model/record.ts';
import styles from './detail.module.css';

/** Card of a person: phone, unit, and every post held today. */
export function PersonDetail(props: {
  document: Document;
  person: RecordOf<'person'>;
  onSelect: (id: string) => void;
}) {
  const { document, person } = props;
  const text = useText();
  const today = useToday();
  const project = document.all('project')[0];
  const unit = person.organisationId
    ? document.find('organisation', person.organisationId)
    : undefined;
  const posts = document
    .all('post')
    .filter((post) => post.personId === person.id && inOffice(post, today));
  return (
    <>
      <p className={styles.line}>
        {person.phone || <span className={styles.vacant}>{text('detail.noPhone')}</span>}
      </p>
      {unit && (
        <p className={styles.line}>
          <button type="button" className={styles.link} onClick={() => props.onSelect(unit.id)}>
            {unit.name}
          </button>
        </p>
      )}
      <h3>{text('detail.posts', { count: posts.length })}</h3>
      <ul className={styles.rows}>
        {posts.map((post) => {
          const place = document.get(post.targetId);
          const role = project?.schemes.roles.find((entry) => entry.key === post.role);
          return (
            <li key={post.id}>
              {isPlace(place) && (
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => props.onSelect(place.id)}
                >
                  {place.name}
                </button>
              )}
              <span className={styles.since}>
                {role?.name ?? post.role} · {text('chain.since', { day: post.from })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
