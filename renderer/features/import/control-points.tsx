import { Alert, Button, Input } from 'antd';
import type { Position } from 'geojson';
import { useId, useMemo, useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { LayerSketch } from '#shared/formats/import/layer-sketch.ts';
import { type ControlPoint, fitLocalFrame } from '#shared/geo/crs/local-frame.ts';
import styles from './control-points.module.css';
import shared from './import-dialog.module.css';
import { PlacePicker } from './place-picker.tsx';
import { previewShapes } from './preview-shapes.ts';
import { readPair } from './read-pair.ts';

type Side = 'from' | 'to';
type Row = Record<Side, string>;

const empty: Row = { from: '', to: '' };
const rowCount = 3;

type Pair = Record<Side, Position | null>;

const isComplete = (pair: Pair): pair is ControlPoint => pair.from !== null && pair.to !== null;

/** Two or three places that are known both in the drawing and on the ground, typed or clicked. */
export function ControlPoints(props: {
  sketch: LayerSketch;
  /** The id of the system that they make. */
  onFitted: (crs: string) => void;
}) {
  const text = useText();
  const id = useId();
  const document = useProject((state) => state.document);
  const [rows, setRows] = useState<readonly Row[]>([empty, empty, empty]);
  /** The field that a click fills. */
  const [next, setNext] = useState<{ index: number; side: Side }>({ index: 0, side: 'from' });

  const ground = useMemo(() => {
    const records = [...(document?.all('district') ?? []), ...(document?.all('street') ?? [])];
    const { rings, lines, dots } = previewShapes(records);
    return { lines: [...rings, ...lines], dots };
  }, [document]);

  const set = (index: number, side: Side, value: string) =>
    setRows((all) => all.map((row, at) => (at === index ? { ...row, [side]: value } : row)));
  const pick = (side: Side, [x = 0, y = 0]: Position) => {
    const index =
      next.side === side
        ? next.index
        : Math.max(
            0,
            rows.findIndex((r) => !r[side]),
          );
    const digits = side === 'to' ? 7 : 3;
    set(index, side, `${x.toFixed(digits)}, ${y.toFixed(digits)}`);
    setNext(
      side === 'from'
        ? { index, side: 'to' }
        : { index: Math.min(index + 1, rowCount - 1), side: 'from' },
    );
  };

  const pairs = useMemo(
    () => rows.map(({ from, to }): Pair => ({ from: readPair(from), to: readPair(to) })),
    [rows],
  );
  // The pictures are drawn anew only when these change.
  const marks = useMemo(() => {
    const marked = (side: Side) => pairs.flatMap((pair) => (pair[side] ? [pair[side]] : []));
    return { from: marked('from'), to: marked('to') };
  }, [pairs]);
  const points = useMemo(() => pairs.filter(isComplete), [pairs]);
  const fitted = useMemo(() => fitLocalFrame(points), [points]);
  const residual = (pair: Pair) =>
    'id' in fitted && isComplete(pair)
      ? text('import.control.residual', {
          metres: formatNumber(fitted.residualsM[points.indexOf(pair)] ?? 0, 2),
        })
      : '';

  return (
    <div className={styles.control} role="group" aria-label={text('import.control.title')}>
      <p className={shared.quiet}>{text('import.control.hint')}</p>
      <div className={styles.pickers}>
        <PlacePicker
          label={text('import.control.drawing')}
          shapes={props.sketch}
          marks={marks.from}
          active={next.side === 'from'}
          degrees={false}
          onPick={(at) => pick('from', at)}
        />
        <PlacePicker
          label={text('import.control.ground')}
          shapes={ground}
          marks={marks.to}
          active={next.side === 'to'}
          degrees
          onPick={(at) => pick('to', at)}
        />
      </div>
      {pairs.map((pair, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no other name
        <div key={index} className={styles.controlRow}>
          <span>{index + 1}</span>
          {(['from', 'to'] as const).map((side) => (
            <Input
              key={side}
              size="small"
              aria-label={text(`import.control.${side}`, { number: index + 1 })}
              placeholder={side === 'from' ? '500123.4, 4427001.2' : '116.3512345, 39.9871234'}
              id={`${id}-${index}-${side}`}
              value={rows[index]?.[side] ?? ''}
              status={rows[index]?.[side] !== '' && !pair[side] ? 'error' : ''}
              onFocus={() => setNext({ index, side })}
              onChange={({ target }) => set(index, side, target.value)}
            />
          ))}
          <span className={styles.residual}>{residual(pair)}</span>
        </div>
      ))}
      {'refused' in fitted ? (
        points.length >= 2 && (
          <Alert
            type="error"
            showIcon
            title={text(textKey(`import.control.refused.${fitted.refused}`))}
          />
        )
      ) : (
        <p className={shared.quiet}>
          {text('import.control.scale', { scale: formatNumber(fitted.scale, 6) })}
        </p>
      )}
      <Button
        type="primary"
        size="small"
        disabled={'refused' in fitted}
        onClick={() => 'id' in fitted && props.onFitted(fitted.id)}
      >
        {text('import.control.use')}
      </Button>
    </div>
  );
}
