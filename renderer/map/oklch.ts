/** Linear-light red, green and blue, each 0 to 1 inside the sRGB gamut. */
export type LinearRgb = [number, number, number];

/**
 * OKLCH to linear sRGB (Björn Ottosson, "A perceptual color space for image processing", 2020).
 * Lightness 0 to 1, chroma from 0, hue in degrees; colours outside the gamut are not clipped.
 */
export function oklchToLinear(lightness: number, chroma: number, hue: number): LinearRgb {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Linear sRGB to OKLab [L, a, b]; the inverse of the first half of {@link oklchToLinear}. */
export function linearToOklab([red, green, blue]: LinearRgb): [number, number, number] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function encode(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  const value = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(value * 255);
}

/** Linear sRGB as bytes 0 to 255, clipped to the gamut (IEC 61966-2-1). */
export function linearToBytes([red, green, blue]: LinearRgb): [number, number, number] {
  return [encode(red), encode(green), encode(blue)];
}

/** OKLCH as `#rrggbb`, for MapLibre, which does not know OKLCH. */
export function oklchToHex(lightness: number, chroma: number, hue: number): string {
  return `#${linearToBytes(oklchToLinear(lightness, chroma, hue))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}`;
}
