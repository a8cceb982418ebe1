import { Button, Popover } from 'antd';
import { CircleHelp, SlidersHorizontal } from 'lucide-react';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Spread } from '#shared/analysis/spread.ts';
import type { Project } from '#shared/model/project.ts';
import { defaultWorkloadWeights } from '#shared/model/workload.ts';
import styles from './numbers.module.css';
import type { ScoredRow } from './scored-rows.ts';
import { SpreadChart } from './spread-chart.tsx';
import { workParts } from './work-parts.ts';

/** Beside the table: how the work is spread, and what that of the chosen zone is made of. */
export function NumbersSide(props: {
  project: Project | null;
  rows: readonly ScoredRow[];
  spread: Spread | null;
  chosen: { row: ScoredRow; name: string } | null;
  onFormula: () => void;
}) {
  const text = useText();
  const { project, rows, spread, chosen } = props;
  const outliers = rows.filter(({ isOutlier }) => isOutlier).length;
  const works = rows.flatMap(({ zoneId, workload }) => (zoneId === null ? [] : [workload]));
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
      {spread && (
        <>
          <SpreadChart works={works} spread={spread} />
          <p className={styles.quiet}>
            {text('numbers.spread', {
              percent: formatNumber(100 * spread.deviation),
              variation: formatNumber(100 * spread.variation),
              count: outliers,
            })}
          </p>
        </>
      )}
      {chosen && project && <Parts {...chosen} project={project} />}
    </aside>
  );
}

function Parts({ row, name, project }: { row: ScoredRow; name: string; project: Project }) {
  const text = useText();
  const { pointKinds, issueClasses } = project.schemes;
  const names = new Map([...pointKinds, ...issueClasses].map((entry) => [entry.key, entry.name]));
  const parts = workParts(row, project.workload ?? defaultWorkloadWeights());
  return (
    <section aria-label={text('numbers.partsOf', { name })}>
      <h3>{text('numbers.partsOf', { name })}</h3>
      <table className={styles.parts}>
        <tbody>
          {parts.map(({ key, kind, amount, weight }) => (
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
            <td>{formatNumber(row.workload, 1)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
