import { Button } from 'antd';
import { useEffect } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useChainDay } from '#renderer/state/use-chain-day.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { ChainBar } from './chain-bar.tsx';
import styles from './detail.module.css';

/** Everything that a person or a unit holds on the day shown, as a list and outlined on the map. */
export function Holdings(props: {
  of: { personId: string } | { organisationId: string };
  document: Document;
  onSelect: (id: string) => void;
  onShowAll: (ids: readonly string[]) => void;
}) {
  const { of, document, onSelect } = props;
  const text = useText();
  const on = useChainDay();
  const { answer, error } = useAnswer('held', of);
  const highlight = useView((view) => view.highlight);
  useEffect(() => {
    highlight(answer?.placeIds ?? []);
    return () => highlight([]);
  }, [answer, highlight]);
  const isUnit = 'organisationId' in of;
  const names = document.get('personId' in of ? of.personId : of.organisationId);
  const copied = answer
    ? () =>
        [
          `${names && 'name' in names ? names.name : ''}  ${on}`,
          ...answer.items.map(({ place, role, person, points, openIssues }) =>
            text('held.line', {
              place: place.name,
              role: role.name,
              person: isUnit ? person.name : '',
              points,
              openIssues,
            }),
          ),
        ].join('\n')
    : null;
  return (
    <>
      <h3>{text('held.title', { count: answer?.count ?? 0 })}</h3>
      <ChainBar copied={copied} />
      {error && (
        <p className={styles.vacant} role="alert">
          {text('chain.failed', { reason: error })}
        </p>
      )}
      {!answer && !error && <p className={styles.since}>{text('chain.asking')}</p>}
      {answer?.count === 0 && <p className={styles.since}>{text('held.none', { on })}</p>}
      {answer && answer.count > 0 && (
        <>
          <Button
            size="small"
            className={styles.showAll}
            onClick={() => props.onShowAll(answer.placeIds)}
          >
            {text('held.showAll', { count: answer.places })}
          </Button>
          <table className={styles.held} aria-label={text('held.title', { count: answer.count })}>
            <thead>
              <tr>
                <th scope="col">{text('held.place')}</th>
                <th scope="col">{text('detail.points')}</th>
                <th scope="col">{text('detail.open')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.items.map(
                ({ postId, place, role, since, to, person, points, openIssues }) => (
                  <tr key={postId}>
                    <td>
                      <button
                        type="button"
                        className={styles.link}
                        onClick={() => onSelect(place.id)}
                      >
                        {place.name}
                      </button>{' '}
                      <span className={styles.since}>
                        {role.name}
                        {' · '}
                        {to === null
                          ? text('chain.since', { day: since })
                          : text('held.term', { from: since, to })}
                      </span>
                      {isUnit && (
                        <>
                          {' · '}
                          <button
                            type="button"
                            className={styles.link}
                            onClick={() => onSelect(person.id)}
                          >
                            {person.name}
                          </button>
                        </>
                      )}
                    </td>
                    <td>{points}</td>
                    <td>{openIssues}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
          {answer.count > answer.items.length && (
            <p className={styles.since}>{text('held.more', { count: answer.items.length })}</p>
          )}
        </>
      )}
    </>
  );
}
