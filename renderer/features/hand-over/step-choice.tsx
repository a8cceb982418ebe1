import { Select } from 'antd';
import { useId } from 'react';
import { formatMoment } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import styles from './hand-over.module.css';

/** From which step of the log to which: those that pass ground or a seat on. */
export function StepChoice(props: {
  rows: readonly AuditRow[];
  steps: readonly [first: number, last: number];
  offset: number;
  onChange: (steps: [number, number]) => void;
}) {
  const { rows, steps, offset, onChange } = props;
  const text = useText();
  const id = useId();
  const options = rows.toReversed().map(({ sequence, time, label, action }) => {
    const what = text(textKey(label.key), label.params);
    const step = action === 'edit' ? what : text(textKey(`history.${action}`), { label: what });
    return {
      value: sequence,
      label: `${sequence} · ${formatMoment(Date.parse(time), offset)} · ${step}`,
    };
  });
  const field = (side: 0 | 1) => (
    <div>
      <label htmlFor={`${id}-${side}`}>
        {text(side === 0 ? 'handOver.first' : 'handOver.last')}
      </label>
      <Select
        id={`${id}-${side}`}
        className={styles.step ?? ''}
        showSearch
        optionFilterProp="label"
        value={steps[side]}
        options={options}
        onChange={(value) =>
          onChange(
            side === 0 ? [value, Math.max(value, steps[1])] : [Math.min(value, steps[0]), value],
          )
        }
      />
    </div>
  );
  return (
    <>
      {field(0)}
      {field(1)}
    </>
  );
}
