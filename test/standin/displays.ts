import type { Display, Rectangle, Screen } from 'electron';
import { strict } from './strict.ts';

export interface StandinDisplay {
  id: number;
  label?: string;
  bounds: Rectangle;
  /** Bounds without task bars; all of it when not given. */
  workArea?: Rectangle;
}

function display({ id, label = '', bounds, workArea = bounds }: StandinDisplay): Display {
  const { width, height } = bounds;
  return {
    id,
    label,
    bounds,
    workArea,
    size: { width, height },
    workAreaSize: { width: workArea.width, height: workArea.height },
    accelerometerSupport: 'unknown',
    colorDepth: 24,
    colorSpace: '',
    depthPerComponent: 8,
    detected: true,
    displayFrequency: 60,
    internal: false,
    maximumCursorSize: { width: 64, height: 64 },
    monochrome: false,
    nativeOrigin: { x: bounds.x, y: bounds.y },
    rotation: 0,
    scaleFactor: 1,
    touchSupport: 'unknown',
  };
}

/** A `screen` with these displays, the first of them primary. */
export function standinScreen(displays: readonly StandinDisplay[]) {
  const all = displays.map(display);
  const [primary] = all;
  if (!primary) throw new Error('There must be at least one display.');
  return strict('screen', {
    getAllDisplays: () => all,
    getPrimaryDisplay: () => primary,
  } satisfies Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>);
}
