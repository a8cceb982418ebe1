import { Select, Slider } from 'antd';
import { useId } from 'react';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { linesLengthM } from '#shared/geo/line-length.ts';
import type { BorderStretch } from '#shared/jobs/chain-session/questions/border.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import styles from './borders.module.css';

/** All stretches (null), or a part of one: from vertex to vertex, both counted from 0. */
export type StretchChoice = { stretch: number; from: number; to: number } | null;

/** The lines that a choice means. */
export function linesOfChoice(
  stretches: readonly BorderStretch[],
  choice: StretchChoice,
): readonly (readonly LonLat[])[] {
  if (!choice) return stretches.map(({ line }) => line);
  return [stretches[choice.stretch]?.line.slice(choice.from, choice.to + 1) ?? []];
}

/** Which part of a border is meant: all of it, one unbroken stretch, or a run of its corners. */
export function StretchField(props: {
  stretches: readonly BorderStretch[];
  choice: StretchChoice;
  onChange: (choice: StretchChoice) => void;
}) {
  const { stretches, choice, onChange } = props;
  const text = useText();
  const id = useId();
  const metres = (value: number) => formatNumber(value);
  const all = stretches.reduce((sum, { lengthM }) => sum + lengthM, 0);
  const last = (stretch: number) => (stretches[stretch]?.line.length ?? 1) - 1;
  const options = [
    {
      value: -1,
      label:
        stretches.length === 1
          ? text('borders.wholeOne', { metres: metres(all) })
          : text('borders.whole', { count: stretches.length, metres: metres(all) }),
    },
    ...stretches.map(({ lengthM }, i) => ({
      value: i,
      label: text('borders.part', { number: i + 1, metres: metres(lengthM) }),
    })),
  ];
  return (
    <div className={choice ? styles.wide : styles.double}>
      <label htmlFor={id}>{text('borders.stretch')}</label>
      <Select
        id={id}
        className={styles.full ?? ''}
        size="small"
        value={choice?.stretch ?? -1}
        options={options}
        onChange={(stretch) =>
          onChange(stretch < 0 ? null : { stretch, from: 0, to: last(stretch) })
        }
      />
      {choice && last(choice.stretch) > 1 && (
        <>
          <Slider
            range={{ draggableTrack: true }}
            min={0}
            max={last(choice.stretch)}
            value={[choice.from, choice.to]}
            ariaLabelForHandle={[text('borders.from'), text('borders.to')]}
            tooltip={{ formatter: (value) => (value ?? 0) + 1 }}
            onChange={([from = 0, to = 0]: number[]) => {
              if (to > from) onChange({ ...choice, from, to });
            }}
          />
          <p className={styles.hint}>
            {text('borders.range', {
              from: choice.from + 1,
              to: choice.to + 1,
              metres: metres(linesLengthM(linesOfChoice(stretches, choice))),
            })}
          </p>
        </>
      )}
    </div>
  );
}
