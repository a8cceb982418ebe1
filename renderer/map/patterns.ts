import { drawImage, type MapImage } from './canvas-image.ts';
import type { Palette } from './palette.ts';

const side = 8;

function stroke(
  context: CanvasRenderingContext2D,
  colour: string,
  width: number,
  path: () => void,
) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  path();
  context.stroke();
}

/** Lines at 45° that meet their own copies at the edges of the tile. */
function rising(context: CanvasRenderingContext2D) {
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - 1, side + 1);
    context.lineTo(shift + side + 1, -1);
  }
}

function falling(context: CanvasRenderingContext2D) {
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - 1, -1);
    context.lineTo(shift + side + 1, side + 1);
  }
}

/**
 * Fills that tell kinds of ground apart without colour: gap = hatch at 45°, overlap = cross-hatch,
 * outside = dots, locked = quiet crosses far apart, ground without anybody today = level lines, ground that another copy has =
 * dark hatch, an exception = wide quiet hatch.
 */
export function patterns(palette: Palette): Record<string, MapImage> {
  const red = palette.broken;
  return {
    gap: drawImage(side, side, (context) => {
      context.fillStyle = `${red}33`;
      context.fillRect(0, 0, side, side);
      stroke(context, red, 1.6, () => rising(context));
    }),
    overlap: drawImage(side, side, (context) => {
      context.fillStyle = `${red}33`;
      context.fillRect(0, 0, side, side);
      stroke(context, red, 1.2, () => {
        rising(context);
        falling(context);
      });
    }),
    outside: drawImage(side, side, (context) => {
      context.fillStyle = `${red}26`;
      context.fillRect(0, 0, side, side);
      context.fillStyle = red;
      for (const [x, y] of [
        [2, 2],
        [6, 6],
      ] as const) {
        context.beginPath();
        context.arc(x, y, 1.3, 0, 2 * Math.PI);
        context.fill();
      }
    }),
    uncovered: drawImage(side, side, (context) => {
      context.fillStyle = `${red}1f`;
      context.fillRect(0, 0, side, side);
      stroke(context, red, 1.4, () => {
        context.moveTo(-1, side / 2);
        context.lineTo(side + 1, side / 2);
      });
    }),
    locked: drawImage(2 * side, 2 * side, (context) => {
      context.globalAlpha = 0.7;
      stroke(context, palette.ink, 1, () => {
        context.moveTo(side - 2.5, side);
        context.lineTo(side + 2.5, side);
        context.moveTo(side, side - 2.5);
        context.lineTo(side, side + 2.5);
      });
    }),
    theirs: drawImage(side, side, (context) => {
      context.globalAlpha = 0.75;
      stroke(context, palette.ink, 1.4, () => rising(context));
    }),
    exception: drawImage(side, side, (context) => {
      context.globalAlpha = 0.55;
      stroke(context, palette.quiet, 0.8, () => falling(context));
    }),
  };
}
