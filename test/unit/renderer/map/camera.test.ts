import { describe, expect, it } from 'vitest';
import { isPartlyUnder } from '#renderer/map/camera.ts';
import type { MapLibreMap } from '#renderer/map/maplibre.ts';

/** A map of 400 by 300 pixels on which a degree is a pixel, from its upper left corner. */
const map = {
  getContainer: () => ({ clientWidth: 400, clientHeight: 300 }),
  project: ([x, y]: [number, number]) => ({ x, y: -y }),
} as unknown as MapLibreMap;

//  +--------------------+
//  |////// tools ///////|  100
//  |                    |
//  +--------------------+
const padding = { top: 100, right: 24, bottom: 24, left: 24 };
const isUnder = (left: number, top: number, right: number, bottom: number) =>
  isPartlyUnder(map, [left, -bottom, right, -top], padding);

describe('what is partly under a panel', () => {
  it('is in view as a whole and reaches under what is covered', () => {
    expect(isUnder(100, 40, 200, 250)).toBe(true);
    expect(isUnder(100, 120, 200, 250)).toBe(false);
    // Close beside a panel is free.
    expect(isUnder(10, 85, 390, 295)).toBe(false);
  });

  it('is not what is larger than the view, or has left it', () => {
    expect(isUnder(100, -40, 200, 250)).toBe(false);
    expect(isUnder(-50, 20, 500, 250)).toBe(false);
  });
});
