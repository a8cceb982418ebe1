import { Select } from 'antd';
import { useId } from 'react';
import { stepWords } from '#renderer/features/history/step-words.ts';
import { formatMoment } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
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
  const options = rows.toReversed().map((row) => {
    const moment = formatMoment(Date.parse(row.time), offset);
    return {
      value: row.sequence,
      label: `${row.sequence} · ${moment} · ${stepWords(text, row)}`,
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
