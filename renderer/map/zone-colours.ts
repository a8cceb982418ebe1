import { type LinearRgb, linearToOklab, oklchToHex, oklchToLinear } from './oklch.ts';

/**
 * Hue of each zone colour and the step of lightness that keeps it apart from the others for people
 * who do not see red or green: with equal lightness 75/120 and 255/300 fall together (OKLab distance
 * 0.009 for deuteranopes), with these steps no pair is nearer than 0.03.
 */
const hues = [
  { hue: 20, step: -0.03 },
  { hue: 75, step: -0.03 },
  { hue: 120, step: 0.03 },
  { hue: 165, step: 0.03 },
  { hue: 210, step: 0 },
  { hue: 255, step: -0.03 },
  { hue: 300, step: 0.03 },
  { hue: 340, step: -0.03 },
] as const;

const shades = {
  light: { fill: [0.86, 0.055], border: [0.55, 0.09] },
  dark: { fill: [0.4, 0.06], border: [0.64, 0.09] },
} as const;

/** Fill and border colours of zones by colour index, as `#rrggbb`. */
export function zoneColours(theme: 'light' | 'dark'): { fill: string[]; border: string[] } {
  const { fill, border } = shades[theme];
  return {
    fill: hues.map(({ hue, step }) => oklchToHex(fill[0] + step, fill[1], hue)),
    border: hues.map(({ hue }) => oklchToHex(border[0], border[1], hue)),
  };
}

type Matrix = readonly [LinearRgb, LinearRgb, LinearRgb];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB; `none` is full colour vision. */
const sights: Record<'none' | 'protanopia' | 'deuteranopia', Matrix> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function seen(colour: LinearRgb, [r, g, b]: Matrix): [number, number, number] {
  const row = (weights: LinearRgb) =>
    Math.min(
      1,
      Math.max(0, weights[0] * colour[0] + weights[1] * colour[1] + weights[2] * colour[2]),
    );
  return linearToOklab([row(r), row(g), row(b)]);
}

/**
 * OKLab distance of each pair of fills as seen by whoever can tell them apart least: with full
 * colour vision, protanopia or deuteranopia. About 0.02 is a just noticeable difference.
 */
export function zoneColourDistances(theme: 'light' | 'dark'): number[][] {
  const [lightness, chroma] = shades[theme].fill;
  const fills = hues.map(({ hue, step }) => oklchToLinear(lightness + step, chroma, hue));
  return fills.map((one) =>
    fills.map((other) =>
      Math.min(
        ...Object.values(sights).map((sight) => {
          const a = seen(one, sight);
          const b = seen(other, sight);
          return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
        }),
      ),
    ),
  );
}
