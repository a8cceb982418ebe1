import { useEffect, useRef } from 'react';
import { sharpContext, trace } from '#renderer/features/import/preview-canvas.ts';
import { fitInto, positionsOf, previewShapes } from '#renderer/features/import/preview-shapes.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import styles from './keep.module.css';

/** Shapes that are drawn in one way. */
export interface MapLayerShapes {
  records: readonly AnyRecord[];
  /** Name of a colour token. */
  colour: '--accent' | '--ink' | '--line' | '--quiet';
  width: number;
  dashed?: boolean;
  filled?: boolean;
}

function draw(
  canvas: HTMLCanvasElement,
  size: [number, number],
  frame: readonly AnyRecord[],
  layers: readonly MapLayerShapes[],
): void {
  const [width, height] = size;
  const context = sharpContext(canvas, width, height);
  if (!context) return;
  const to = fitInto(positionsOf(previewShapes(frame)), width, height, 16);
  if (!to) return;
  const style = getComputedStyle(canvas);
  context.lineJoin = 'round';
  for (const layer of layers) {
    const shapes = previewShapes(layer.records);
    const colour = style.getPropertyValue(layer.colour).trim();
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = layer.width;
    context.setLineDash(layer.dashed ? [6, 4] : []);
    trace(context, [...shapes.rings, ...shapes.lines], to);
    if (layer.filled) {
      context.globalAlpha = 0.18;
      context.fill('evenodd');
      context.globalAlpha = 1;
    }
    context.stroke();
    for (const dot of shapes.dots) {
      const [x, y] = to(dot);
      context.beginPath();
      context.arc(x, y, 4, 0, 2 * Math.PI);
      if (layer.dashed) context.stroke();
      else context.fill();
    }
  }
}

/** A small map that shows what lies in `frame`, drawn layer by layer from the bottom. */
export function ConflictMap(props: {
  label: string;
  size: [number, number];
  frame: readonly AnyRecord[];
  layers: readonly MapLayerShapes[];
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { label, size, frame, layers } = props;
  useEffect(() => {
    if (canvas.current) draw(canvas.current, size, frame, layers);
  }, [size, frame, layers]);
  const [width, height] = size;
  return (
    <canvas
      ref={canvas}
      className={styles.map}
      style={{ width, height }}
      role="img"
      aria-label={label}
    />
  );
}
