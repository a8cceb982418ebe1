import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';
import { partIs } from './expressions.ts';

/**
 * What a tool shows: lines and corners in the accent with a rim; in red, with a broken line, what
 * cannot be dropped; what draws the pointer to it as a ring.
 */
export function ghostLayers(palette: Palette): LayerSpecification[] {
  const source = 'ghost';
  const invalid: ExpressionSpecification = ['get', 'invalid'];
  const colour: ExpressionSpecification = ['case', invalid, palette.broken, palette.accent];
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const isLine: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];
  return [
    {
      id: 'ghost-area',
      type: 'fill',
      source,
      filter: partIs('area'),
      paint: { 'fill-color': colour, 'fill-opacity': 0.22 },
    },
    {
      id: 'ghost-old',
      type: 'line',
      source,
      filter: partIs('old'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.ink, 'line-width': 1.5, 'line-dasharray': [2, 2] },
    },
    {
      id: 'ghost-rim',
      type: 'line',
      source,
      filter: ['all', isLine, partIs('line', 'area', 'held')],
      layout: round,
      paint: { 'line-color': palette.ground, 'line-width': 6 },
    },
    {
      id: 'ghost-line',
      type: 'line',
      source,
      filter: ['all', isLine, partIs('line', 'area', 'held'), ['!', invalid]],
      layout: round,
      paint: {
        'line-color': palette.accent,
        'line-width': ['match', ['get', 'part'], 'held', 4, 2.5],
      },
    },
    {
      id: 'ghost-invalid',
      type: 'line',
      source,
      filter: ['all', isLine, partIs('line', 'area', 'held'), invalid],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.broken, 'line-width': 3, 'line-dasharray': [2, 1.2] },
    },
    {
      id: 'ghost-point',
      type: 'circle',
      source,
      filter: ['all', ['==', ['geometry-type'], 'Point'], partIs('point', 'held')],
      paint: {
        'circle-radius': ['match', ['get', 'part'], 'held', 6.5, 4],
        'circle-color': ['case', invalid, palette.broken, palette.ground],
        'circle-stroke-color': colour,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'ghost-snap',
      type: 'circle',
      source,
      filter: partIs('snap'),
      paint: {
        'circle-radius': 10,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 2,
      },
    },
  ];
}
