import { Button } from 'antd';
import {
  adoptProposal,
  dropProposals,
  type Proposed,
  showProposal,
} from '#renderer/state/divide.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { formatArea, formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './divide.module.css';
import { TradeOff } from './trade-off.tsx';

const percent = (value: number) => `${formatNumber(100 * value, 1)}%`;

/** The divisions proposed, with what each trades for what; the one shown is on the map. */
export function Proposals(props: {
  answer: Proposed;
  shown: number;
  seed: number;
  mayEdit: boolean;
}) {
  const text = useText();
  const say = useSayResult();
  const { answer, shown } = props;
  const { proposals, present } = answer;
  const current = proposals[shown];
  return (
    <section aria-label={text('divide.proposals')}>
      <p className={styles.quiet}>
        {text('divide.found', {
          count: proposals.length,
          units: answer.unitCount,
          seed: props.seed,
        })}
      </p>
      {answer.overlapping > 0 && (
        <p className={styles.quiet}>{text('divide.overlapping', { count: answer.overlapping })}</p>
      )}
      {answer.bridges > 0 && (
        <p className={styles.quiet}>{text('divide.bridges', { count: answer.bridges })}</p>
      )}
      <TradeOff answer={answer} shown={shown} onShow={showProposal} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('divide.proposal')}</th>
            <th scope="col" title={text('divide.deviationHint')}>
              {text('divide.deviation')}
            </th>
            <th scope="col" title={text('divide.roundnessHint')}>
              {text('divide.roundness')}
            </th>
            <th scope="col" title={text('divide.changesHint')}>
              {text('divide.changes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {present && (
            <tr>
              <th scope="row">{text('divide.present')}</th>
              <td>{percent(present.score.deviation)}</td>
              <td>{formatNumber(present.roundness, 2)}</td>
              <td>—</td>
            </tr>
          )}
          {proposals.map(({ aim, score, roundness }, number) => (
            <tr key={aim} data-shown={number === shown}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={number === shown}
                  onClick={() => showProposal(number)}
                >
                  {number + 1} {text(`divide.aim.${aim}`)}
                </button>
              </th>
              <td>{percent(score.deviation)}</td>
              <td>{formatNumber(roundness, 2)}</td>
              <td>{percent(score.changed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {current && (
        <>
          <p className={styles.quiet}>
            {text('divide.moved', { area: formatArea(current.movedM2) })}
          </p>
          <details>
            <summary>{text('divide.zonesOf', { count: current.zones.length })}</summary>
            <table className={styles.table}>
              <tbody>
                {current.zones
                  .toSorted((a, b) => b.work - a.work)
                  .map(({ id, name, isNew, work }) => (
                    <tr key={id}>
                      <th scope="row">
                        {name}
                        {isNew && ` (${text('divide.new')})`}
                      </th>
                      <td>{formatNumber(work, 1)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </details>
          <div className={styles.buttons}>
            {props.mayEdit && (
              <Button
                type="primary"
                onClick={() => {
                  const result = adoptProposal();
                  if (result) say(result);
                }}
              >
                {text('divide.adopt')}
              </Button>
            )}
            <Button onClick={dropProposals}>{text('divide.drop')}</Button>
          </div>
        </>
      )}
    </section>
  );
}
