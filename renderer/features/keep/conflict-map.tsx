import type { Position } from 'geojson';
import { useEffect, useRef } from 'react';
import {
  fitInto,
  type PreviewShapes,
  previewShapes,
} from '#renderer/features/import/preview-shapes.ts';
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

type Project = (position: Position) => [number, number];

function trace(context: CanvasRenderingContext2D, { rings, lines }: PreviewShapes, to: Project) {
  context.beginPath();
  for (const line of [...rings, ...lines]) {
    line.forEach((position, index) => {
      const [x, y] = to(position);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
  }
}

function draw(
  canvas: HTMLCanvasElement,
  size: [number, number],
  frame: readonly AnyRecord[],
  layers: readonly MapLayerShapes[],
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const [width, height] = size;
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  context.scale(devicePixelRatio, devicePixelRatio);
  const { rings, lines, dots } = previewShapes(frame);
  const to = fitInto([...rings, ...lines, dots].flat(), width, height, 16);
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
    trace(context, shapes, to);
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
