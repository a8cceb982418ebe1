import { Button, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { editPlans } from '#renderer/state/project-actions.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { setWorkload } from '#shared/edits/commands/set-workload.ts';
import type { Project } from '#shared/model/project.ts';
import { defaultWorkloadWeights, type WorkloadWeights } from '#shared/model/workload.ts';
import styles from './numbers.module.css';

const plain = ['zone', 'squareKm', 'roadKm', 'point', 'issueAMonth'] as const;

/** The formula of the workload: a weight for everything that is counted, and what it would do. */
export function WeightsDialog(props: {
  project: Project;
  nameOf: (zoneId: string) => string;
  onClose: () => void;
}) {
  const text = useText();
  const say = useSayResult();
  const { project, nameOf } = props;
  const before = project.workload ?? defaultWorkloadWeights();
  const [weights, setWeights] = useState<WorkloadWeights>(before);
  const set = (changed: Partial<WorkloadWeights>) => setWeights({ ...weights, ...changed });
  const setOne = (list: 'pointKinds' | 'issueClasses', key: string, value: number | null) => {
    const { [key]: _, ...others } = weights[list];
    set({ [list]: value === null ? others : { ...others, [key]: value } });
  };
  const special = (list: 'pointKinds' | 'issueClasses', general: number) => (
    <details className={styles.special} open={Object.keys(before[list]).length > 0}>
      <summary>{text(`numbers.special.${list}`)}</summary>
      <div className={styles.fields}>
        {project.schemes[list].map(({ key, name }) => (
          <Form.Item key={key} label={name} htmlFor={`weight-${key}`}>
            <InputNumber
              id={`weight-${key}`}
              min={0}
              max={1_000_000}
              value={weights[list][key] ?? null}
              placeholder={formatNumber(general, Number.isInteger(general) ? 0 : 2)}
              onChange={(value) => setOne(list, key, value)}
            />
          </Form.Item>
        ))}
      </div>
    </details>
  );
  const isSame = JSON.stringify(weights) === JSON.stringify(before);
  return (
    <Modal
      open
      width={760}
      centered
      title={text('numbers.formulaTitle')}
      okText={text('common.save')}
      cancelText={text('common.cancel')}
      okButtonProps={{ disabled: isSame }}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          <Button onClick={() => setWeights(defaultWorkloadWeights())}>
            {text('numbers.defaults')}
          </Button>
          <CancelBtn />
          <OkBtn />
        </>
      )}
      onCancel={props.onClose}
      onOk={() => {
        if (say(editPlans(setWorkload, { weights }))) props.onClose();
      }}
    >
      <p className={styles.quiet}>{text('numbers.formulaHint')}</p>
      <Form layout="vertical" className={styles.form ?? ''}>
        <div className={styles.fields}>
          {plain.map((key) => (
            <Form.Item key={key} label={text(`numbers.weight.${key}`)} htmlFor={`weight-${key}`}>
              <InputNumber
                id={`weight-${key}`}
                min={0}
                max={1_000_000}
                value={weights[key]}
                suffix={text(`numbers.unit.${key}`)}
                onChange={(value) => value !== null && set({ [key]: value })}
              />
            </Form.Item>
          ))}
        </div>
        {special('pointKinds', weights.point)}
        {special('issueClasses', weights.issueAMonth)}
      </Form>
      <Effect weights={weights} nameOf={nameOf} />
    </Modal>
  );
}

/** What other weights would do to the spread, and to the zones whose work changes most. */
function Effect(props: { weights: WorkloadWeights; nameOf: (zoneId: string) => string }) {
  const text = useText();
  const { weights, nameOf } = props;
  const { answer } = useAnswer('workTrial', { weights }, 'present');
  // While the next answer is on its way the one before stays, so that nothing jumps.
  const [effect, setEffect] = useState(answer);
  if (answer && answer !== effect) setEffect(answer);
  if (!effect?.from || !effect.to) return null;
  const percent = (value: number) => `${formatNumber(100 * value)}%`;
  return (
    <section aria-label={text('numbers.effect')}>
      <h3 className={styles.heading}>{text('numbers.effect')}</h3>
      <table className={styles.parts}>
        <tbody>
          <tr>
            <th scope="row">{text('numbers.meanWork')}</th>
            <td>{formatNumber(effect.from.mean, 1)}</td>
            <td>→ {formatNumber(effect.to.mean, 1)}</td>
          </tr>
          <tr>
            <th scope="row">{text('numbers.farthest')}</th>
            <td>{percent(effect.from.deviation)}</td>
            <td>→ {percent(effect.to.deviation)}</td>
          </tr>
          {effect.most.map(({ zoneId, from, to }) => (
            <tr key={zoneId}>
              <th scope="row">{nameOf(zoneId)}</th>
              <td>{formatNumber(from, 1)}</td>
              <td>→ {formatNumber(to, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
