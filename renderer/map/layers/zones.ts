import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';
import { byColour } from './expressions.ts';

/** Fill strength of zones by look.md. */
const fillOpacity = 0.55;

/** Exceptions and zones: the ground layers. */
export function groundLayers(
  palette: Palette,
  opacity: { exceptions: number; zones: number },
): LayerSpecification[] {
  return [
    {
      id: 'exceptions-fill',
      type: 'fill',
      source: 'exceptions',
      paint: { 'fill-pattern': `exception-${palette.theme}`, 'fill-opacity': opacity.exceptions },
    },
    {
      id: 'exceptions-line',
      type: 'line',
      source: 'exceptions',
      paint: {
        'line-color': palette.quiet,
        'line-width': 1,
        'line-dasharray': [4, 3],
        'line-opacity': opacity.exceptions,
      },
    },
    {
      id: 'zones-fill',
      type: 'fill',
      source: 'zones',
      // A site lies over a strip, a strip over a block.
      layout: { 'fill-sort-key': ['match', ['get', 'shape'], 'site', 2, 'strip', 1, 0] },
      paint: {
        'fill-color': byColour(palette.zoneFill),
        'fill-antialias': false,
        'fill-opacity': [
          '*',
          opacity.zones,
          [
            '+',
            ['match', ['get', 'shape'], 'block', fillOpacity, 0.85],
            ['case', ['boolean', ['feature-state', 'hover'], false], 0.13, 0],
          ],
        ],
      },
    },
    {
      id: 'zones-line',
      type: 'line',
      source: 'zones',
      layout: {
        'line-join': 'round',
        'line-sort-key': ['match', ['get', 'shape'], 'site', 2, 'strip', 1, 0],
      },
      paint: {
        'line-color': byColour(palette.zoneBorder),
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 12, 1.5],
        // Just inside, so that of two neighbours each shows its own border.
        'line-offset': ['interpolate', ['linear'], ['zoom'], 9, 0.3, 12, 0.75],
        'line-opacity': opacity.zones,
      },
    },
  ];
}
