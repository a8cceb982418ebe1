import { useAnswer } from '#renderer/state/chain.ts';
import { formatArea } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import styles from './matrix.module.css';

/** The zones of a street that answer for a class of issue, and the ground of the class without any. */
export function ZoneCellCard(props: {
  cell: { streetId: string; issueClass: string | null };
  titles: { street: string; issueClass: string };
  /** Ground without a zone for this class, anywhere in the district. */
  gaps: readonly Finding[];
  onChoose: (id: string) => void;
  onFinding: (finding: Finding) => void;
}) {
  const text = useText();
  const { cell, titles, gaps } = props;
  const { answer: zones, error } = useAnswer('zonesIn', cell);
  return (
    <section className={styles.card} aria-label={text('matrix.cell')}>
      <h3>
        {titles.street} · {titles.issueClass}
      </h3>
      {error !== null && <p role="alert">{error}</p>}
      {zones && (
        <p className={styles.quiet}>
          {zones.length === 0
            ? text('matrix.noZone')
            : text('matrix.zonesHere', { count: zones.length })}
        </p>
      )}
      <ul className={styles.list}>
        {zones?.map(({ id, name, shape, limited }) => (
          <li key={id}>
            <div>
              <button type="button" className={styles.link} onClick={() => props.onChoose(id)}>
                {name}
              </button>
              <span className={styles.quiet}>
                {text(textKey(`shape.${shape}`))}
                {limited && ` · ${text('matrix.limited')}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {gaps.length > 0 && (
        <>
          <h3>{text('matrix.groundWithout')}</h3>
          <ul className={styles.list}>
            {gaps.slice(0, 200).map((finding) => (
              <li key={finding.id}>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => props.onFinding(finding)}
                >
                  {text(textKey(`finding.${finding.message.key}`), finding.message.params)}
                </button>
                {finding.areaM2 !== null && <div>{formatArea(finding.areaM2)}</div>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
