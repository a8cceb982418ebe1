import { useEffect, useRef } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import { nextTask } from '#shared/jobs/next-task.ts';
import { inSlices, type Steps } from '#shared/jobs/slices.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import styles from './import-dialog.module.css';
import { sharpContext, trace } from './preview-canvas.ts';
import { fitInto, previewShapes, shownPositions } from './preview-shapes.ts';

const width = 380;
const height = 240;

/** Dots drawn between two pauses. */
const dotsAtOnce = 1000;

function* drawing(
  canvas: HTMLCanvasElement,
  records: readonly AnyRecord[],
  outlines: readonly AnyRecord[],
): Steps {
  const planned = previewShapes(records);
  const outline = previewShapes(outlines);
  yield;
  const context = sharpContext(canvas, width, height);
  if (!context) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const to = fitInto(shownPositions(planned, outline), width, height);
  if (!to) return;
  yield;
  context.lineJoin = 'round';

  trace(context, outline.rings, to);
  context.strokeStyle = colour('--quiet');
  context.lineWidth = 2;
  context.stroke();

  context.strokeStyle = colour('--accent');
  context.fillStyle = colour('--accent');
  context.lineWidth = 1;
  trace(context, planned.rings, to);
  context.globalAlpha = 0.15;
  context.fill('evenodd');
  context.globalAlpha = 1;
  context.stroke();
  trace(context, planned.lines, to);
  context.stroke();

  context.globalAlpha = planned.dots.length > 2000 ? 0.35 : 0.8;
  const size = planned.dots.length > 2000 ? 1.5 : 3;
  for (const [index, dot] of planned.dots.entries()) {
    if (index % dotsAtOnce === 0) yield;
    const [x, y] = to(dot);
    context.fillRect(x - size / 2, y - size / 2, size, size);
  }
}

/** Small map of what an import brings, within the outline that the project has. */
export function PreviewMap(props: { records: readonly AnyRecord[]; outline: AnyRecord | null }) {
  const text = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { records, outline } = props;
  useEffect(() => {
    const picture = canvas.current;
    if (!picture) return;
    let isWanted = true;
    // The numbers beside it are shown first.
    void nextTask().then(() =>
      inSlices(drawing(picture, records, outline ? [outline] : []), () => isWanted),
    );
    return () => {
      isWanted = false;
    };
  }, [records, outline]);
  return (
    <canvas
      ref={canvas}
      className={styles.preview}
      style={{ width, height }}
      role="img"
      aria-label={text('import.check.map')}
    />
  );
}
