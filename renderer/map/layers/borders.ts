import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';

/**
 * The soft band outside the district, below everything else: a wide blurred line whose inner half is
 * covered again. (A line with an offset frays at every sharp corner of a real outline.)
 */
export function outsideLayers(palette: Palette, opacity: number): LayerSpecification[] {
  return [
    {
      id: 'district-band',
      type: 'line',
      source: 'district-soft',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': 19,
        'line-blur': 9,
        'line-opacity': opacity * (palette.theme === 'dark' ? 0.4 : 0.28),
      },
    },
    {
      id: 'district-inside',
      type: 'fill',
      source: 'district',
      paint: { 'fill-color': palette.ground, 'fill-antialias': false },
    },
  ];
}

/** Zoom from which base units are drawn: farther out thousands of cells would cover what they divide. */
export const baseUnitsFrom = 13;

/** Borders by rank: base unit a hair dotted, community 1 px dashed, street 2 px, district 3 px. */
export function borderLayers(
  palette: Palette,
  opacity: { baseUnits: number; communities: number; streets: number; district: number },
): LayerSpecification[] {
  return [
    {
      id: 'baseUnits-line',
      type: 'line',
      source: 'baseUnits',
      minzoom: baseUnitsFrom,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': 0.75,
        'line-dasharray': [1, 2],
        'line-opacity': opacity.baseUnits * 0.7,
      },
    },
    {
      id: 'communities-line',
      type: 'line',
      source: 'communities',
      minzoom: 10.5,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': 1,
        'line-dasharray': [4, 3],
        'line-opacity': opacity.communities * 0.75,
      },
    },
    {
      id: 'streets-line',
      type: 'line',
      source: 'streets',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 11, 2],
        'line-opacity': opacity.streets * 0.85,
      },
    },
    {
      id: 'district-line',
      type: 'line',
      source: 'district',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.5, 10, 3],
        'line-opacity': opacity.district,
      },
    },
  ];
}
