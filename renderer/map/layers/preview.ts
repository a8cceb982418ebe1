import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';
import { byColour, partIs } from './expressions.ts';

/**
 * An edit that is only tried: ground in the colour of the zone that would get it, outlined in the
 * accent; what nobody gets is blank under a dashed line. It covers the defect it would mend.
 */
export function previewLayers(palette: Palette): LayerSpecification[] {
  const source = 'preview';
  return [
    {
      id: 'preview-nobody',
      type: 'fill',
      source,
      filter: partIs('nobody'),
      paint: { 'fill-color': palette.ground, 'fill-opacity': 1 },
    },
    {
      id: 'preview-nobody-line',
      type: 'line',
      source,
      filter: partIs('nobody'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 2, 'line-dasharray': [2, 2] },
    },
    {
      id: 'preview-ground',
      type: 'fill',
      source,
      filter: partIs('zone', 'exception', 'new'),
      paint: {
        'fill-color': [
          'case',
          ['==', ['get', 'part'], 'zone'],
          byColour(palette.zoneFill),
          palette.ground,
        ],
        'fill-opacity': 1,
      },
    },
    {
      id: 'preview-new',
      type: 'fill',
      source,
      filter: partIs('new'),
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.28 },
    },
    {
      id: 'preview-exception',
      type: 'fill',
      source,
      filter: partIs('exception'),
      paint: { 'fill-pattern': `exception-${palette.theme}` },
    },
    {
      id: 'preview-line',
      type: 'line',
      source,
      filter: partIs('zone', 'exception', 'new'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 3 },
    },
  ];
}
