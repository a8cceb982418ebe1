import { Alert, Button, Input } from 'antd';
import type { Position } from 'geojson';
import { useId, useMemo, useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { LayerSketch } from '#shared/formats/import/layer-sketch.ts';
import { type ControlPoint, fitLocalFrame } from '#shared/geo/crs/local-frame.ts';
import styles from './import-dialog.module.css';
import { PlacePicker } from './place-picker.tsx';
import { previewShapes } from './preview-shapes.ts';
import { readPair } from './read-pair.ts';

type Side = 'from' | 'to';
type Row = Record<Side, string>;

const empty: Row = { from: '', to: '' };
const rowCount = 3;

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

  const points = rows.flatMap(({ from, to }): ControlPoint[] => {
    const [a, b] = [readPair(from), readPair(to)];
    return a && b ? [{ from: a, to: b }] : [];
  });
  const fitted = fitLocalFrame(points);
  const marks = (side: Side) => rows.flatMap((row) => readPair(row[side]) ?? []);
  const marked = (side: Side): Position[] => {
    const numbers = marks(side);
    return numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1] ?? 0]] : []));
  };

  return (
    <div className={styles.control} role="group" aria-label={text('import.control.title')}>
      <p className={styles.quiet}>{text('import.control.hint')}</p>
      <div className={styles.pickers}>
        <PlacePicker
          label={text('import.control.drawing')}
          shapes={sketch(props.sketch)}
          marks={marked('from')}
          active={next.side === 'from'}
          degrees={false}
          onPick={(at) => pick('from', at)}
        />
        <PlacePicker
          label={text('import.control.ground')}
          shapes={ground}
          marks={marked('to')}
          active={next.side === 'to'}
          degrees
          onPick={(at) => pick('to', at)}
        />
      </div>
      {rows.map((row, index) => (
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
              value={row[side]}
              status={row[side] !== '' && !readPair(row[side]) ? 'error' : ''}
              onFocus={() => setNext({ index, side })}
              onChange={({ target }) => set(index, side, target.value)}
            />
          ))}
          <span className={styles.residual}>
            {'id' in fitted && readPair(row.from) && readPair(row.to)
              ? text('import.control.residual', {
                  metres: formatNumber(fitted.residualsM[pointIndex(rows, index)] ?? 0, 2),
                })
              : ''}
          </span>
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
        <p className={styles.quiet}>
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

function sketch({ lines, dots }: LayerSketch) {
  return { lines, dots };
}

/** Place of a row among those that are complete. */
function pointIndex(rows: readonly Row[], index: number): number {
  return rows.slice(0, index).filter(({ from, to }) => readPair(from) && readPair(to)).length;
}
