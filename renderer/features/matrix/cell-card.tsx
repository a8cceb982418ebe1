import { Button } from 'antd';
import { useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { FillForm } from './fill-form.tsx';
import styles from './matrix.module.css';

/** Who stands for a department in a street for a class of issue; where nobody does, the way to change that. */
export function CellCard(props: {
  document: Document;
  revision: number;
  cell: { streetId: string; organisationId: string; issueClass: string };
  titles: { street: string; department: string; issueClass: string };
  onChoose: (id: string) => void;
}) {
  const text = useText();
  const { document, revision, cell, titles } = props;
  const { answer: holders, error } = useAnswer('matrixCell', cell);
  const [adding, setAdding] = useState(false);
  const roles = new Map(
    document.all('project')[0]?.schemes.roles.map(({ key, name }) => [key, name]),
  );
  const isEmpty = holders?.length === 0;
  return (
    <section
      className={styles.card}
      aria-label={text('matrix.cell')}
      data-matrix-card
      tabIndex={-1}
    >
      <h3>
        {titles.street} · {titles.issueClass}
      </h3>
      <p className={styles.quiet}>{titles.department}</p>
      {error !== null && <p role="alert">{error}</p>}
      {isEmpty && <p>{text('matrix.nobody', titles)}</p>}
      {holders && holders.length > 0 && (
        <ul className={styles.list}>
          {holders.map(({ postId, person, place, role, from }) => (
            <li key={postId}>
              <div>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => props.onChoose(person.id)}
                >
                  {person.name}
                </button>
                <span className={styles.phone}>{person.phone || text('detail.noPhone')}</span>
              </div>
              <div>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => props.onChoose(place.id)}
                >
                  {place.name}
                </button>
                <span className={styles.quiet}>
                  {roles.get(role) ?? role} · {text('matrix.since', { from })}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {holders && (isEmpty || adding) && (
        <FillForm
          document={document}
          revision={revision}
          streetId={cell.streetId}
          organisationId={cell.organisationId}
          onDone={() => setAdding(false)}
        />
      )}
      {holders && !isEmpty && !adding && (
        <Button size="small" onClick={() => setAdding(true)}>
          {text('matrix.addMore')}
        </Button>
      )}
    </section>
  );
}
