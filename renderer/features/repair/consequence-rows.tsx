import { useText } from '#renderer/ui/use-text.ts';
import type { ZoneConsequence } from '#shared/analysis/ground-consequence.ts';
import styles from './repair.module.css';
import { signedArea, signedCount } from './signed.ts';

/** What changes for each zone: ground, points, issues a month; quiet zeros, aligned figures. */
export function ConsequenceRows(props: {
  consequences: readonly ZoneConsequence[];
  /** Said when no zone is affected. */
  none: string;
}) {
  const text = useText();
  if (props.consequences.length === 0) {
    return <p className={styles.hint}>{props.none}</p>;
  }
  return (
    <table className={styles.consequences}>
      <thead>
        <tr>
          <th scope="col">{text('repair.whom')}</th>
          <th scope="col">{text('repair.ground')}</th>
          <th scope="col">{text('repair.points')}</th>
          <th scope="col">{text('repair.issues')}</th>
        </tr>
      </thead>
      <tbody>
        {props.consequences.map(({ zoneId, name, areaM2, points, casesAMonth }) => (
          <tr key={zoneId}>
            <th scope="row" title={name}>
              {name === '?' ? text('repair.newOne') : name}
            </th>
            <td data-none={areaM2 === 0}>{signedArea(areaM2)}</td>
            <td data-none={points === 0}>{signedCount(points)}</td>
            <td data-none={signedCount(casesAMonth, true) === '0'}>
              {signedCount(casesAMonth, true)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
