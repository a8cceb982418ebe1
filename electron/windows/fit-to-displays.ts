export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pixels of overlap under which a window counts as lost: a title bar must stay within reach. */
const graspable = { width: 120, height: 40 };

function overlap(a: Bounds, b: Bounds): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/**
 * Where a remembered window goes on the displays present now: on the one it overlaps most, no
 * larger than its work area and wholly inside it. Null when its display is gone; the caller then
 * centres it. All values in device-independent pixels, work areas as Electron gives them.
 */
export function fitToDisplays(wanted: Bounds, workAreas: readonly Bounds[]): Bounds | null {
  let best: { area: Bounds; shared: number } | null = null;
  for (const area of workAreas) {
    const { width, height } = overlap(wanted, area);
    if (width < graspable.width || height < graspable.height) continue;
    if (!best || width * height > best.shared) best = { area, shared: width * height };
  }
  if (!best) return null;
  const { area } = best;
  const width = Math.min(wanted.width, area.width);
  const height = Math.min(wanted.height, area.height);
  return {
    x: clamp(wanted.x, area.x, area.x + area.width - width),
    y: clamp(wanted.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}
