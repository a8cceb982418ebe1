import type { HeatScale } from '#renderer/map/map-view-props.ts';
import { linearToBytes, oklchToHex, oklchToLinear } from '#renderer/map/oklch.ts';
import type { HeatGrid } from '#shared/analysis/heat-density.ts';

/** Lightness, chroma and hue at evenly spaced places of each ramp; lightness runs one way only. */
const ramps = {
  dark: [
    [0.3, 0.12, 300],
    [0.42, 0.17, 330],
    [0.56, 0.18, 10],
    [0.74, 0.14, 55],
    [0.95, 0.1, 102],
  ],
  light: [
    [0.95, 0.05, 95],
    [0.86, 0.1, 80],
    [0.7, 0.15, 55],
    [0.52, 0.16, 38],
    [0.33, 0.1, 30],
  ],
} as const;

const steps = 1024;
/** Values below this share of the ramp fade to nothing. */
const fadeShare = 0.22;
const fullAlpha = 0.88;
const stopCount = 5;

function rampAt(theme: 'light' | 'dark', share: number): [number, number, number] {
  const ramp = ramps[theme];
  const place = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const from = ramp[Math.floor(place)] ?? ramp[0];
  const to = ramp[Math.ceil(place)] ?? from;
  const rest = place - Math.floor(place);
  // The short way round the circle of hues.
  const turn = ((to[2] - from[2] + 540) % 360) - 180;
  return [
    from[0] + (to[0] - from[0]) * rest,
    from[1] + (to[1] - from[1]) * rest,
    from[2] + turn * rest,
  ];
}

/** A round number at or above `value`: 1, 2, 2.5 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value * 0.999_999) ?? 10;
  return step * power;
}

/**
 * Value at the end of the ramp: a round number above all but the densest thousandth of the cells
 * that hold anything, so that one spot does not make everything else pale.
 */
export function topValue(values: Float32Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (most === 0) return 1;
  const bins = new Uint32Array(1000);
  let filled = 0;
  for (const value of values) {
    if (value < most / 1000) continue;
    const bin = Math.min(999, Math.floor((value / most) * 1000));
    bins[bin] = (bins[bin] as number) + 1;
    filled += 1;
  }
  let above = 0;
  let bin = 999;
  while (bin > 0 && above + (bins[bin] as number) <= filled / 1000) {
    above += bins[bin] as number;
    bin -= 1;
  }
  return roundUp(((bin + 1) / 1000) * most);
}

/** The scale of the legend. Colours follow the square root, for densities differ by powers of ten. */
export function heatScale(
  grid: Pick<HeatGrid, 'radiusM' | 'count'>,
  top: number,
  theme: 'light' | 'dark',
): HeatScale {
  return {
    stops: Array.from({ length: stopCount }, (_, i) => {
      const share = i / (stopCount - 1);
      return { value: top * share ** 2, colour: oklchToHex(...rampAt(theme, share)) };
    }),
    radiusM: grid.radiusM,
    count: grid.count,
  };
}

/** Density as pixels, red, green, blue and alpha, not premultiplied; nothing is transparent. */
export function heatPixels(
  grid: HeatGrid,
  top: number,
  theme: 'light' | 'dark',
): Uint8ClampedArray<ArrayBuffer> {
  const table = new Uint8ClampedArray((steps + 1) * 4);
  for (let i = 0; i <= steps; i += 1) {
    const share = i / steps;
    table.set(linearToBytes(oklchToLinear(...rampAt(theme, share))), i * 4);
    const rise = Math.min(1, share / fadeShare);
    table[i * 4 + 3] = 255 * fullAlpha * rise * rise * (3 - 2 * rise);
  }
  const colours = new Uint32Array(table.buffer);
  const pixels = new Uint32Array(grid.values.length);
  for (let i = 0; i < pixels.length; i += 1) {
    const share = Math.sqrt((grid.values[i] as number) / top);
    pixels[i] = colours[Math.min(steps, Math.round(share * steps))] as number;
  }
  return new Uint8ClampedArray(pixels.buffer);
}
