import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';

/** The selected record: an outline in the accent colour 3 px outside its border, a ring for a place. */
export function selectionLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'selection-line',
      type: 'line',
      source: 'selection',
      filter: ['==', ['geometry-type'], 'Polygon'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 3, 'line-offset': -2.5 },
    },
    {
      id: 'selection-course-rim',
      type: 'line',
      source: 'selection',
      filter: ['==', ['get', 'part'], 'course'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.ground, 'line-width': 8 },
    },
    {
      id: 'selection-course',
      type: 'line',
      source: 'selection',
      filter: ['==', ['get', 'part'], 'course'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 4 },
    },
    {
      id: 'selection-place',
      type: 'circle',
      source: 'selection',
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['!', ['has', 'spot']]],
      paint: {
        'circle-radius': 13,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'selection-spot',
      type: 'circle',
      source: 'selection',
      filter: ['has', 'spot'],
      paint: {
        'circle-radius': 5,
        'circle-color': palette.accent,
        'circle-stroke-color': palette.ground,
        'circle-stroke-width': 2,
      },
    },
  ];
}
