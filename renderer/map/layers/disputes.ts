import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';
import { byColour, fonts, haloOf } from './expressions.ts';

const byZoom = (...stops: number[]) =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;

/**
 * Stretches in dispute: a band along the line, on each side in the hue of whoever claims from there, a
 * broken line between, and the names of both.
 */
export function disputeLayers(palette: Palette, opacity: number): LayerSpecification[] {
  const band = (side: 'left' | 'right'): LayerSpecification => ({
    id: `disputes-${side}`,
    type: 'line',
    source: 'disputes',
    filter: ['==', ['get', 'part'], 'band'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': byColour(palette.zoneBorder, side),
      'line-width': byZoom(9, 2.5, 13, 6, 17, 11),
      'line-offset':
        side === 'left' ? byZoom(9, -1.25, 13, -3, 17, -5.5) : byZoom(9, 1.25, 13, 3, 17, 5.5),
      'line-opacity': opacity * 0.85,
    },
  });
  return [
    band('left'),
    band('right'),
    {
      id: 'disputes-line',
      type: 'line',
      source: 'disputes',
      filter: ['==', ['get', 'part'], 'band'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.theme === 'dark' ? palette.ground : palette.panel,
        'line-width': byZoom(9, 0.8, 13, 1.6, 17, 2.4),
        'line-dasharray': [3, 2],
        'line-opacity': opacity,
      },
    },
    {
      id: 'disputes-names',
      type: 'symbol',
      source: 'disputes',
      minzoom: 11.5,
      filter: ['==', ['get', 'part'], 'names'],
      layout: {
        'text-field': ['get', 'names'],
        'text-font': fonts.strong,
        'text-size': 12,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.2,
        'text-justify': 'auto',
        'text-max-width': 14,
        'text-padding': 4,
      },
      paint: { ...haloOf(palette), 'text-color': palette.ink, 'text-opacity': opacity },
    },
  ];
}
