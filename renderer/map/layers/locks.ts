import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';

const source = 'locks';

/**
 * What may not be redrawn: dots over a locked zone, chain links along a locked border; with all but some
 * zones locked, a veil over the others.
 */
export function lockLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'locks-veil',
      type: 'fill',
      source,
      filter: ['==', ['get', 'part'], 'veil'],
      paint: { 'fill-color': palette.ground, 'fill-opacity': 0.62, 'fill-antialias': false },
    },
    {
      id: 'locks-zone',
      type: 'fill',
      source,
      filter: ['==', ['get', 'part'], 'zone'],
      paint: { 'fill-pattern': `locked-${palette.theme}` },
    },
    {
      id: 'locks-border-rim',
      type: 'line',
      source,
      filter: ['==', ['get', 'part'], 'border'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.ground, 'line-width': 7 },
    },
    {
      id: 'locks-border',
      type: 'line',
      source,
      filter: ['==', ['get', 'part'], 'border'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.ink, 'line-width': 4, 'line-dasharray': [1.5, 0.75] },
    },
  ];
}

/** The sign of each lock, which stands above the names. */
export function lockSignLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'locks-sign',
      type: 'symbol',
      source,
      minzoom: 10.5,
      filter: ['==', ['get', 'part'], 'sign'],
      layout: {
        'icon-image': `lock-${palette.theme}`,
        // Above the name that stands at the same place.
        'icon-offset': [0, -20],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}
