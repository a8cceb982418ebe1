import type { Comparison } from '#renderer/state/keep/keep-jobs.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import styles from './keep.module.css';

const sides = ['added', 'updated', 'removed'] as const;

/** What restoring would change: how many records of each kind, and which. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const text = useText();
  const { counts, differences, total } = comparison;
  if (total === 0) return <p role="status">{text('keep.compare.same')}</p>;
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.quiet}>{text('keep.compare.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('keep.compare.kind')}</th>
            {sides.map((side) => (
              <th key={side} scope="col" className={styles.number}>
                {text(textKey(`keep.compare.${side}`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((line) => (
            <tr key={line.kind}>
              <th scope="row">{text(`kind.${line.kind}`)}</th>
              {sides.map((side) => (
                <td key={side} className={styles.number}>
                  {line[side] === 0 ? '–' : formatNumber(line[side])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.differences}>
        {differences.map(({ id, kind, title, did }) => (
          <li key={id}>
            <span>{text(textKey(`keep.compare.${did}`))}</span>
            <span>
              {text(`kind.${kind}`)} {title}
            </span>
          </li>
        ))}
      </ul>
      {total > differences.length && (
        <p className={styles.quiet}>
          {text('keep.compare.more', { count: total - differences.length })}
        </p>
      )}
    </>
  );
}
