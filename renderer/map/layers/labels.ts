import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';
import { fonts, haloOf } from './expressions.ts';

interface Rank {
  id: string;
  filter: string[];
  minzoom: number;
  maxzoom?: number;
  font: string[];
  /** Text size in pixels at the zoom where the rank appears and three zooms later. */
  sizes: [number, number];
  spacing: number;
  strength: number;
}

/** From the rank that gives way first to the one that is placed first. */
const ranks: Rank[] = [
  {
    id: 'zone',
    filter: ['zone', 'exception'],
    minzoom: 12,
    font: fonts.regular,
    sizes: [11, 13],
    spacing: 0,
    strength: 0.95,
  },
  {
    id: 'community',
    filter: ['community'],
    minzoom: 12.5,
    font: fonts.regular,
    sizes: [11, 13],
    spacing: 0.05,
    strength: 0.75,
  },
  {
    id: 'street',
    filter: ['street'],
    minzoom: 9,
    font: fonts.strong,
    sizes: [12, 17],
    spacing: 0.05,
    strength: 1,
  },
  {
    id: 'district',
    filter: ['district'],
    minzoom: 6,
    maxzoom: 10,
    font: fonts.strong,
    sizes: [15, 26],
    spacing: 0.25,
    strength: 1,
  },
];

/** Names of zones, communities, streets and the district; points' names stand with the points. */
export function labelLayers(palette: Palette, opacity: number): LayerSpecification[] {
  return ranks.map(
    (rank): LayerSpecification => ({
      id: `labels-${rank.id}`,
      type: 'symbol',
      source: 'labels',
      minzoom: rank.minzoom,
      ...(rank.maxzoom === undefined ? {} : { maxzoom: rank.maxzoom }),
      filter: ['in', ['get', 'rank'], ['literal', rank.filter]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': rank.font,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          rank.minzoom,
          rank.sizes[0],
          rank.minzoom + 3,
          rank.sizes[1],
        ],
        'text-letter-spacing': rank.spacing,
        'text-max-width': 8,
        'text-padding': 4,
      },
      paint: {
        ...haloOf(palette),
        'text-color': palette.ink,
        'text-opacity': opacity * rank.strength,
      },
    }),
  );
}
