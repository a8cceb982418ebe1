import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';

/**
 * Where nobody has come today: level lines over zones under a dashed edge; a broken edge alone around
 * larger areas, which keep their ground; a ring around a point.
 */
export function uncoveredLayers(palette: Palette): LayerSpecification[] {
  const source = 'uncovered';
  return [
    {
      id: 'uncovered-ground',
      type: 'fill',
      source,
      filter: ['==', ['get', 'part'], 'zone'],
      paint: { 'fill-pattern': `uncovered-${palette.theme}` },
    },
    {
      id: 'uncovered-edge',
      type: 'line',
      source,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.broken, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'uncovered-point',
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 4, 14, 10],
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': palette.broken,
        'circle-stroke-width': 2,
      },
    },
  ];
}
