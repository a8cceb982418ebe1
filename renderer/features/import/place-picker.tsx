import type { Position } from 'geojson';
import { useEffect, useMemo, useRef } from 'react';
import styles from './place-picker.module.css';
import { fitInto } from './preview-shapes.ts';

const width = 380;
const height = 220;
/** Pixels within which a click means the corner of a line. */
const reach = 8;

interface Shapes {
  lines: readonly Position[][];
  dots: readonly Position[];
}

/** A small picture of lines on which a corner is picked by a click; typing does the same without it. */
export function PlacePicker(props: {
  label: string;
  shapes: Shapes;
  /** Places picked so far, numbered. */
  marks: readonly Position[];
  /** The next click is wanted here. */
  active: boolean;
  degrees: boolean;
  onPick: (at: Position) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { shapes, marks, degrees } = props;
  const all = useMemo(() => [...shapes.lines.flat(), ...shapes.dots], [shapes]);
  const to = useMemo(() => fitInto(all, width, height, 12, degrees), [all, degrees]);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || !to) return;
    canvas.current.width = width * devicePixelRatio;
    canvas.current.height = height * devicePixelRatio;
    context.scale(devicePixelRatio, devicePixelRatio);
    const style = getComputedStyle(canvas.current);
    context.strokeStyle = style.getPropertyValue('--quiet');
    context.beginPath();
    for (const line of shapes.lines) {
      line.forEach((at, index) => {
        if (index === 0) context.moveTo(...to(at));
        else context.lineTo(...to(at));
      });
    }
    context.stroke();
    context.fillStyle = style.getPropertyValue('--quiet');
    for (const dot of shapes.dots) {
      const [x, y] = to(dot);
      context.fillRect(x - 1, y - 1, 2, 2);
    }
    context.fillStyle = style.getPropertyValue('--accent');
    context.font = '600 13px system-ui';
    marks.forEach((mark, index) => {
      const [x, y] = to(mark);
      context.beginPath();
      context.arc(x, y, 4, 0, 2 * Math.PI);
      context.fill();
      context.fillText(String(index + 1), x + 6, y - 5);
    });
  }, [shapes, marks, to]);

  const pick = (x: number, y: number) => {
    if (!to) return;
    let best: { at: Position; away: number } | null = null;
    for (const at of all) {
      const [px, py] = to(at);
      const away = Math.hypot(px - x, py - y);
      if (!best || away < best.away) best = { at, away };
    }
    if (best && best.away <= reach) props.onPick(best.at);
  };

  return (
    <figure className={styles.picker} data-active={props.active}>
      <figcaption>{props.label}</figcaption>
      <canvas
        ref={canvas}
        role="img"
        aria-label={props.label}
        style={{ width, height }}
        onClick={({ nativeEvent }) => pick(nativeEvent.offsetX, nativeEvent.offsetY)}
      />
    </figure>
  );
}
