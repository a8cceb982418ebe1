import { drawImage, type MapImage } from './canvas-image.ts';
import type { Palette } from './palette.ts';
import { type PointShape, pointShapes } from './point-symbols.ts';

const corners: Partial<Record<PointShape, { count: number; turn: number; size: number }>> = {
  square: { count: 4, turn: 45, size: 1.18 },
  diamond: { count: 4, turn: 0, size: 1.2 },
  hexagon: { count: 6, turn: 30, size: 1.08 },
  triangle: { count: 3, turn: -90, size: 1.35 },
  pentagon: { count: 5, turn: -90, size: 1.12 },
};

/** Path of a point's shape around the middle, of about the same ground for every shape. */
function shapePath(
  context: CanvasRenderingContext2D,
  shape: PointShape,
  x: number,
  y: number,
  r: number,
) {
  context.beginPath();
  const corner = corners[shape];
  if (!corner) {
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  const middle = shape === 'triangle' ? y + r * 0.2 : y;
  for (let i = 0; i < corner.count; i += 1) {
    const angle = ((corner.turn + (i * 360) / corner.count) * Math.PI) / 180;
    context.lineTo(
      x + r * corner.size * Math.cos(angle),
      middle + r * corner.size * Math.sin(angle),
    );
  }
  context.closePath();
}

function pointSymbol(shape: PointShape, palette: Palette): MapImage {
  return drawImage(24, 24, (context) => {
    context.lineJoin = 'round';
    shapePath(context, shape, 12, 12, 7.6);
    context.fillStyle = palette.ink;
    context.strokeStyle = palette.ground;
    context.lineWidth = 3;
    context.stroke();
    context.fill();
  });
}

/** How an issue's state is drawn: the disc fills as the case proceeds, overdue is a triangle. */
export const issueStates = ['reported', 'dispatched', 'handling', 'closed', 'overdue'] as const;
export type IssueState = (typeof issueStates)[number];

function issueSymbol(state: IssueState, palette: Palette): MapImage {
  return drawImage(14, 14, (context) => {
    const middle = 7;
    context.lineJoin = 'round';
    if (state === 'overdue') {
      context.beginPath();
      context.moveTo(middle, 1.5);
      context.lineTo(13, 12);
      context.lineTo(1, 12);
      context.closePath();
      context.fillStyle = palette.soon;
      context.strokeStyle = palette.ground;
      context.lineWidth = 2;
      context.stroke();
      context.fill();
      context.strokeStyle = '#241a08';
      context.lineWidth = 1.4;
      context.beginPath();
      context.moveTo(middle, 5);
      context.lineTo(middle, 8.4);
      context.moveTo(middle, 9.6);
      context.lineTo(middle, 11);
      context.stroke();
      return;
    }
    const closed = state === 'closed';
    const radius = closed ? 2.6 : 4.4;
    context.beginPath();
    context.arc(middle, middle, radius + 1.2, 0, 2 * Math.PI);
    context.fillStyle = palette.ground;
    context.fill();
    context.beginPath();
    context.arc(middle, middle, radius, 0, 2 * Math.PI);
    if (closed) {
      context.fillStyle = palette.quiet;
      context.fill();
      return;
    }
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.4;
    context.stroke();
    const share = { reported: 0, dispatched: 0.5, handling: 1 }[state];
    context.beginPath();
    context.moveTo(middle, middle);
    context.arc(middle, middle, radius, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI);
    context.fillStyle = palette.ink;
    if (share > 0) context.fill();
  });
}

function teamSymbol(palette: Palette): MapImage {
  return drawImage(26, 26, (context) => {
    context.lineJoin = 'round';
    context.beginPath();
    // A shield: the one who comes to help.
    context.moveTo(13, 3);
    context.lineTo(22, 6);
    context.lineTo(22, 13);
    context.quadraticCurveTo(22, 20, 13, 23.5);
    context.quadraticCurveTo(4, 20, 4, 13);
    context.lineTo(4, 6);
    context.closePath();
    context.fillStyle = palette.ground;
    context.strokeStyle = palette.ground;
    context.lineWidth = 4;
    context.stroke();
    context.fill();
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.8;
    context.stroke();
    context.beginPath();
    context.moveTo(13, 8);
    context.lineTo(13, 18);
    context.moveTo(8, 13);
    context.lineTo(18, 13);
    context.lineWidth = 2.4;
    context.stroke();
  });
}

/** A pin whose tip stands on the place (ground), or a square one for a defect of the chain. */
function pin(palette: Palette, chain: boolean): MapImage {
  return drawImage(26, 32, (context) => {
    context.lineJoin = 'round';
    context.beginPath();
    if (chain) {
      context.roundRect(3, 3, 20, 19, 3);
    } else {
      context.arc(13, 13, 10, Math.PI * 0.78, Math.PI * 0.22);
      context.lineTo(13, 30);
      context.closePath();
    }
    context.fillStyle = palette.broken;
    context.strokeStyle = palette.ground;
    context.lineWidth = 3;
    context.stroke();
    context.fill();
    if (chain) {
      context.beginPath();
      context.moveTo(9, 22);
      context.lineTo(13, 29);
      context.lineTo(17, 22);
      context.fill();
    }
  });
}

/** A closed padlock. */
function lockSymbol(palette: Palette): MapImage {
  return drawImage(22, 22, (context) => {
    const body = () => {
      context.beginPath();
      context.roundRect(5, 10, 12, 8.5, 1.5);
    };
    const shackle = () => {
      context.beginPath();
      context.moveTo(7.5, 10);
      context.lineTo(7.5, 7.5);
      context.arc(11, 7.5, 3.5, Math.PI, 0);
      context.lineTo(14.5, 10);
    };
    context.strokeStyle = palette.ground;
    for (const path of [body, shackle]) {
      path();
      context.lineWidth = 5;
      context.stroke();
    }
    context.strokeStyle = palette.ink;
    context.fillStyle = palette.ink;
    shackle();
    context.lineWidth = 2;
    context.stroke();
    body();
    context.fill();
  });
}

/** Images of everything that stands at a position, by the name that the layers use. */
export function symbols(palette: Palette): Record<string, MapImage> {
  const images: Record<string, MapImage> = {
    team: teamSymbol(palette),
    lock: lockSymbol(palette),
    'pin-ground': pin(palette, false),
    'pin-chain': pin(palette, true),
  };
  for (const shape of pointShapes) images[`point-${shape}`] = pointSymbol(shape, palette);
  for (const state of issueStates) images[`issue-${state}`] = issueSymbol(state, palette);
  return images;
}
