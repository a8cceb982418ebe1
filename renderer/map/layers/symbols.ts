import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';
import { fonts, haloOf } from './expressions.ts';

/** From this zoom on single issues are drawn, however many there are. */
export const issueDotsFromZoom = 14.5;
/** So few issues are drawn at every zoom. */
export const fewIssues = 1500;
/** From this zoom on points show their symbol, as far as there is room; below they are small dots. */
export const pointSymbolsFromZoom = 12;

/** Single issues, points and teams. */
export function symbolLayers(
  palette: Palette,
  opacity: { issues: number; points: number; teams: number; labels: number },
): LayerSpecification[] {
  return [
    {
      id: 'issues-dot',
      type: 'symbol',
      source: 'issues',
      layout: {
        'icon-image': ['concat', 'issue-', ['get', 'state'], `-${palette.theme}`],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.55, 14, 0.85, 17, 1.15],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['match', ['get', 'state'], 'closed', 0, 'overdue', 2, 1],
      },
      paint: { 'icon-opacity': opacity.issues },
    },
    {
      id: 'points-dot',
      type: 'circle',
      source: 'points',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.2, 12, 2.2, 15, 3],
        'circle-color': palette.ink,
        'circle-stroke-color': palette.ground,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 0.4, 12, 1],
        'circle-opacity': opacity.points * 0.85,
        'circle-stroke-opacity': opacity.points * 0.85,
      },
    },
    {
      // Below the symbols, which are placed first: a name never costs its own point the symbol.
      id: 'labels-point',
      type: 'symbol',
      source: 'points',
      minzoom: 15,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': fonts.regular,
        'text-size': 11.5,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'text-max-width': 9,
        'text-padding': 1,
      },
      paint: {
        ...haloOf(palette),
        'text-color': palette.ink,
        'text-opacity': Math.min(opacity.labels, opacity.points),
      },
    },
    {
      id: 'points-symbol',
      type: 'symbol',
      source: 'points',
      minzoom: pointSymbolsFromZoom,
      layout: {
        'icon-image': ['concat', 'point-', ['get', 'shape'], `-${palette.theme}`],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.75, 15, 1],
        'icon-padding': 1,
        'text-field': ['get', 'letter'],
        'text-font': fonts.strong,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 8, 15, 10.5],
        'text-padding': 0,
      },
      paint: {
        'icon-opacity': opacity.points,
        'text-opacity': opacity.points,
        'text-color': palette.ground,
      },
    },
    {
      id: 'labels-team',
      type: 'symbol',
      source: 'teams',
      minzoom: 12,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': fonts.strong,
        'text-size': 12,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.3,
        'text-justify': 'auto',
        'text-max-width': 10,
        'text-padding': 1,
      },
      paint: {
        ...haloOf(palette),
        'text-color': palette.ink,
        'text-opacity': Math.min(opacity.labels, opacity.teams),
      },
    },
    {
      id: 'teams-symbol',
      type: 'symbol',
      source: 'teams',
      layout: {
        'icon-image': `team-${palette.theme}`,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 13, 1],
        'icon-allow-overlap': true,
      },
      paint: { 'icon-opacity': opacity.teams },
    },
  ];
}
