import type { MapLibreMap } from './maplibre.ts';

/**
 * How far so many pixels reach at a place on the screen, in degrees east and north. Measured along both
 * edges of the screen, for the map may be turned.
 * @param at pixels from the map's upper left corner
 */
export function reachAt(
  map: MapLibreMap,
  at: { x: number; y: number },
  pixels: number,
): [east: number, north: number] {
  const here = map.unproject([at.x, at.y]);
  const aside = [map.unproject([at.x + pixels, at.y]), map.unproject([at.x, at.y + pixels])];
  return [
    Math.hypot(...aside.map(({ lng }) => lng - here.lng)),
    Math.hypot(...aside.map(({ lat }) => lat - here.lat)),
  ];
}
