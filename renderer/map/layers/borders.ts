import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';

/** Borders by rank: community 1 px dashed, street 2 px, district 3 px with a soft band outside. */
export function borderLayers(
  palette: Palette,
  opacity: { communities: number; streets: number; district: number },
): LayerSpecification[] {
  return [
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
      id: 'district-band',
      type: 'line',
      source: 'district',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': 8,
        // Rings are wound so that a negative offset lies outside.
        'line-offset': -5.5,
        'line-blur': 5,
        'line-opacity': opacity.district * (palette.theme === 'dark' ? 0.28 : 0.22),
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
