import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { HandOverLine, HandOverLines } from '#shared/jobs/chain-session/hand-over-lines.ts';
import styles from './hand-over.module.css';
import { deadline, hectares, peopleWords, placeWords, unitName } from './party-words.ts';

/** Units drawn at first; of more the file and the print have all. */
const mostUnits = 60;
const mostLines = 100;

/** The sheet on the screen: for each unit what it receives and what it gives up. */
export function HandOverUnits({ sheet, offset }: { sheet: HandOverLines; offset: number }) {
  const text = useText();
  const { units, lines } = sheet;
  return (
    <>
      {units.slice(0, mostUnits).map((unit) => (
        <section key={unit.unitId ?? ''} className={styles.unit} aria-label={unitName(unit, text)}>
          <h3>{unitName(unit, text)}</h3>
          {(['receives', 'givesUp'] as const).map(
            (side) =>
              unit[side].length > 0 && (
                <Lines
                  key={side}
                  title={text(`handOver.${side}`, { count: unit[side].length })}
                  lines={unit[side].flatMap((number) => lines[number] ?? [])}
                  offset={offset}
                />
              ),
          )}
        </section>
      ))}
      {units.length > mostUnits && (
        <p className={styles.quiet}>
          {text('handOver.moreUnits', { shown: mostUnits, count: units.length })}
        </p>
      )}
    </>
  );
}

function Lines(props: { title: string; lines: readonly HandOverLine[]; offset: number }) {
  const text = useText();
  const { lines, offset } = props;
  return (
    <>
      <h4>{props.title}</h4>
      <table className={styles.lines}>
        <colgroup>
          <col style={{ width: '11%' }} />
          <col style={{ width: '24%' }} />
          <col style={{ width: '17%' }} />
          <col style={{ width: '17%' }} />
          <col style={{ width: '9%' }} />
          <col style={{ width: '6%' }} />
          <col style={{ width: '6%' }} />
          <col style={{ width: '10%' }} />
        </colgroup>
        <thead>
          <tr>
            {(['role', 'place', 'from', 'to'] as const).map((column) => (
              <th key={column} scope="col">
                {text(`handOver.column.${column}`)}
              </th>
            ))}
            {(['hectares', 'points', 'issues', 'due'] as const).map((column) => (
              <th key={column} scope="col" className={styles.number}>
                {text(`handOver.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostLines).map((line, i) => (
            <tr key={i}>
              <td>{line.role}</td>
              <td>{placeWords(line, text)}</td>
              <td>{peopleWords(line.from, text, true)}</td>
              <td>{peopleWords(line.to, text, true)}</td>
              <td className={styles.number}>{hectares(line)}</td>
              <td className={styles.number}>{formatNumber(line.points.length)}</td>
              <td className={styles.number}>{formatNumber(line.issues.length)}</td>
              <td className={styles.number}>{deadline(line.nextDueAt, offset).slice(0, 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > mostLines && (
        <p className={styles.quiet}>
          {text('handOver.moreLines', { shown: mostLines, count: lines.length })}
        </p>
      )}
    </>
  );
}
