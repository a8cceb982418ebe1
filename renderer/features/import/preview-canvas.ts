import type { Position } from 'geojson';

/** From degrees to pixels. */
export type Project = (position: Position) => [x: number, y: number];

/** Makes a canvas as sharp as the screen, to be drawn on in pixels of the page; null where it cannot be. */
export function sharpContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (!context) return null;
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  context.scale(devicePixelRatio, devicePixelRatio);
  return context;
}

/** Begins a path along lines or rings. */
export function trace(
  context: CanvasRenderingContext2D,
  lines: readonly Position[][],
  to: Project,
): void {
  context.beginPath();
  for (const line of lines) {
    line.forEach((position, index) => {
      const [x, y] = to(position);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
  }
}
