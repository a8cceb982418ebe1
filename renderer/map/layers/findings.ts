import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';
import { fonts } from './expressions.ts';

/** Defects, and the active one with its pulse; above everything but the selection of the user. */
export function findingLayers(palette: Palette, opacity: number): LayerSpecification[] {
  const red = palette.broken;
  // Red means a broken rule and nothing else: what is only noted has quiet ink.
  const bySeverity: ExpressionSpecification = [
    'match',
    ['get', 'severity'],
    'note',
    palette.quiet,
    red,
  ];
  return [
    {
      id: 'findings-fill',
      type: 'fill',
      source: 'findings',
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['!=', ['get', 'pattern'], '']],
      paint: {
        'fill-pattern': ['concat', ['get', 'pattern'], `-${palette.theme}`],
        'fill-opacity': opacity,
      },
    },
    {
      id: 'findings-line',
      type: 'line',
      source: 'findings',
      filter: ['!=', ['get', 'rule'], 'mismatch'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': bySeverity, 'line-width': 1.5, 'line-opacity': opacity },
    },
    {
      id: 'findings-mismatch',
      type: 'line',
      source: 'findings',
      filter: ['==', ['get', 'rule'], 'mismatch'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': red,
        'line-width': 1.5,
        'line-gap-width': 2.5,
        'line-opacity': opacity,
      },
    },
    {
      id: 'active-line',
      type: 'line',
      source: 'active-finding',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': bySeverity, 'line-width': 3, 'line-opacity': opacity },
    },
    {
      id: 'active-pulse',
      type: 'circle',
      source: 'active-finding',
      filter: ['==', ['get', 'part'], 'place'],
      paint: {
        'circle-radius': 14,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': bySeverity,
        'circle-stroke-width': 2,
        'circle-stroke-opacity': opacity,
      },
    },
    {
      id: 'findings-pin',
      type: 'symbol',
      source: 'finding-pins',
      layout: {
        'icon-image': ['concat', ['get', 'icon'], `-${palette.theme}`],
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
        'text-field': ['get', 'label'],
        'text-font': fonts.strong,
        'text-size': 11,
        'text-anchor': 'center',
        'text-offset': [0, -1.72],
        'text-allow-overlap': true,
      },
      paint: {
        'icon-opacity': opacity,
        'text-opacity': opacity,
        'text-color': '#ffffff',
      },
    },
  ];
}
