import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';
import { fonts, haloOf, partIs } from './expressions.ts';

/**
 * Two states of one place over everything else: this copy's with a whole line in the accent, the other's
 * with a broken one in ink, both with their names along them; ground that only this copy has is filled,
 * ground that only the other has is hatched. What else is contested is outlined.
 */
export function contestLayers(palette: Palette): LayerSpecification[] {
  const source = 'contest';
  const isPlace: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
  const lines = (...parts: string[]): ExpressionSpecification => [
    'all',
    ['!', isPlace],
    partIs(...parts),
  ];
  const layout = { 'line-join': 'round' } as const;
  return [
    {
      id: 'contest-other',
      type: 'line',
      source,
      filter: lines('other'),
      layout,
      paint: { 'line-color': palette.accent, 'line-width': 2, 'line-dasharray': [0.5, 1.5] },
    },
    {
      id: 'contest-only-mine',
      type: 'fill',
      source,
      filter: partIs('only-mine'),
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.4 },
    },
    {
      id: 'contest-only-theirs',
      type: 'fill',
      source,
      filter: partIs('only-theirs'),
      paint: { 'fill-pattern': `theirs-${palette.theme}` },
    },
    {
      id: 'contest-rim',
      type: 'line',
      source,
      filter: lines('mine', 'theirs'),
      layout,
      paint: { 'line-color': palette.ground, 'line-width': 7 },
    },
    {
      id: 'contest-mine',
      type: 'line',
      source,
      filter: lines('mine'),
      layout,
      paint: { 'line-color': palette.accent, 'line-width': 3 },
    },
    {
      id: 'contest-theirs',
      type: 'line',
      source,
      filter: lines('theirs'),
      layout,
      paint: { 'line-color': palette.ink, 'line-width': 3, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'contest-place',
      type: 'circle',
      source,
      filter: ['all', isPlace, partIs('mine', 'theirs', 'other')],
      paint: {
        'circle-radius': ['match', ['get', 'part'], 'mine', 7, 'theirs', 10, 5],
        'circle-color': ['match', ['get', 'part'], 'mine', palette.accent, 'rgba(0,0,0,0)'],
        'circle-stroke-color': [
          'match',
          ['get', 'part'],
          'mine',
          palette.ground,
          'theirs',
          palette.ink,
          palette.accent,
        ],
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'contest-names',
      type: 'symbol',
      source,
      filter: lines('mine', 'theirs'),
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': fonts.strong,
        'text-size': 13,
        // Each on its own side of the line, so that both are read where the lines run together.
        'text-offset': [
          'match',
          ['get', 'part'],
          'mine',
          ['literal', [0, -1]],
          ['literal', [0, 1]],
        ],
        'text-allow-overlap': true,
      },
      paint: {
        ...haloOf(palette),
        'text-halo-width': 2,
        'text-color': ['match', ['get', 'part'], 'mine', palette.accent, palette.ink],
      },
    },
    {
      id: 'contest-place-names',
      type: 'symbol',
      source,
      filter: ['all', isPlace, partIs('mine', 'theirs')],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': fonts.strong,
        'text-size': 13,
        'text-anchor': 'left',
        'text-offset': [1.1, 0],
        'text-allow-overlap': true,
      },
      paint: { ...haloOf(palette), 'text-color': palette.ink },
    },
  ];
}
