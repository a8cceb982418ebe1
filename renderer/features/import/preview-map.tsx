import { useEffect, useRef } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import styles from './import-dialog.module.css';
import { sharpContext, trace } from './preview-canvas.ts';
import { fitInto, type PreviewShapes, previewShapes, shownPositions } from './preview-shapes.ts';

const width = 380;
const height = 240;

function draw(canvas: HTMLCanvasElement, planned: PreviewShapes, outline: PreviewShapes): void {
  const context = sharpContext(canvas, width, height);
  if (!context) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const to = fitInto(shownPositions(planned, outline), width, height);
  if (!to) return;
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
  for (const dot of planned.dots) {
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
    if (!canvas.current) return;
    draw(canvas.current, previewShapes(records), previewShapes(outline ? [outline] : []));
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
