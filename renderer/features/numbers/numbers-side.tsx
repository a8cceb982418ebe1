import { Button, Popover } from 'antd';
import { CircleHelp, SlidersHorizontal } from 'lucide-react';
import { useAnswer } from '#renderer/state/chain.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { NumberColumns } from '#shared/analysis/number-columns.ts';
import type { Project } from '#shared/model/project.ts';
import styles from './numbers.module.css';
import { SpreadChart } from './spread-chart.tsx';

/** Beside the table: how the work is spread, and what that of the chosen zone is made of. */
export function NumbersSide(props: {
  project: Project | null;
  columns: NumberColumns | null;
  /** How often they have been counted. */
  count: number;
  /** The chosen zone, or what belongs to nobody (null). */
  chosen: { zoneId: string | null; name: string } | null;
  onFormula: () => void;
}) {
  const text = useText();
  const { project, columns, chosen } = props;
  const spread = columns?.spread;
  return (
    <aside className={styles.side} aria-label={text('numbers.side')}>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<SlidersHorizontal size={14} aria-hidden />}
          onClick={props.onFormula}
        >
          {text('numbers.formula')}
        </Button>
        <Popover
          trigger={['click']}
          content={
            <div className={styles.explained}>
              {(
                ['work', 'outlier', 'polsbyPopper', 'reock', 'parts', 'people', 'road'] as const
              ).map((what) => (
                <p key={what}>
                  <strong>{text(`numbers.explained.${what}.title`)}</strong>
                  {text(`numbers.explained.${what}.text`)}
                </p>
              ))}
            </div>
          }
        >
          <Button size="small" type="text" icon={<CircleHelp size={14} aria-hidden />}>
            {text('numbers.explain')}
          </Button>
        </Popover>
      </div>
      {columns && spread && (
        <>
          <SpreadChart bins={columns.bins} spread={spread} />
          <p className={styles.quiet}>
            {text('numbers.spread', {
              percent: formatNumber(100 * spread.deviation),
              variation: formatNumber(100 * spread.variation),
              count: columns.outliers,
            })}
          </p>
        </>
      )}
      {chosen && project && <Parts {...chosen} count={props.count} project={project} />}
    </aside>
  );
}

function Parts(props: { zoneId: string | null; name: string; count: number; project: Project }) {
  const text = useText();
  const { zoneId, name, count, project } = props;
  const { pointKinds, issueClasses } = project.schemes;
  const { answer } = useAnswer('zoneWork', { zoneId, count }, 'present');
  const names = new Map([...pointKinds, ...issueClasses].map((entry) => [entry.key, entry.name]));
  return (
    <section aria-label={text('numbers.partsOf', { name })}>
      <h3>{text('numbers.partsOf', { name })}</h3>
      <table className={styles.parts}>
        <tbody>
          {answer?.parts.map(({ key, kind, amount, weight }) => (
            <tr key={`${key} ${kind ?? ''}`}>
              <th scope="row">
                {kind === null ? text(`numbers.weight.${key}`) : (names.get(kind) ?? kind)}
              </th>
              <td>
                {formatNumber(amount, Number.isInteger(amount) ? 0 : 2)} ×{' '}
                {formatNumber(weight, Number.isInteger(weight) ? 0 : 2)}
              </td>
              <td>{formatNumber(amount * weight, 1)}</td>
            </tr>
          ))}
          <tr className={styles.sum}>
            <th scope="row">{text('numbers.workload')}</th>
            <td />
            <td>{answer && formatNumber(answer.workload, 1)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
