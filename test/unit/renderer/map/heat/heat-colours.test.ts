import { describe, expect, it } from 'vitest';
import { heatPixels, heatScale, roundUp, topValue } from '#renderer/map/heat/heat-colours.ts';
import type { HeatGrid } from '#shared/analysis/heat-density.ts';

const grid: HeatGrid = {
  columns: 4,
  rows: 1,
  values: Float32Array.of(0, 0.25, 1, 9),
  bounds: { west: 116, south: 40, east: 117, north: 41 },
  cell: 0.001,
  x: 0.8,
  y: 0.4,
  radiusM: 250,
  count: 12,
  months: 3,
};

const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

describe.each(['light', 'dark'] as const)('heat colours, %s', (theme) => {
  it('are transparent at nothing and agree with the legend', () => {
    const pixels = heatPixels(grid, 1, theme);
    expect(pixels[3]).toBe(0);
    expect(pixels[2 * 4 + 3]).toBeGreaterThan(200);
    const { stops } = heatScale(grid, 1, theme);
    const quarter = stops.find(({ value }) => value === 0.25);
    expect(Array.from(pixels.slice(4, 7))).toEqual(rgb(quarter?.colour ?? ''));
    // What lies above the top has the colour of the top.
    expect(Array.from(pixels.slice(12, 15))).toEqual(rgb(stops.at(-1)?.colour ?? ''));
  });

  it('grow lighter at night and darker on paper, step by step', () => {
    const light = heatScale(grid, 1, theme).stops.map(({ colour }) => luminance(rgb(colour)));
    const sorted = [...light].sort((a, b) => (theme === 'dark' ? a - b : b - a));
    expect(light).toEqual(sorted);
    expect(heatScale(grid, 1, theme).count).toBe(12);
  });
});

describe('topValue', () => {
  it('is a round number that one extreme cell does not decide', () => {
    const values = new Float32Array(5000).fill(0.9);
    values[7] = 80;
    expect(topValue(values)).toBe(1);
    expect(topValue(new Float32Array(10))).toBe(1);
  });

  it('rounds up to 1, 2, 2.5 or 5', () => {
    expect([0.0013, 0.2, 2.1, 4, 7, 10].map(roundUp).map((v) => Number(v.toPrecision(3)))).toEqual([
      0.002, 0.2, 2.5, 5, 10, 10,
    ]);
  });
});
