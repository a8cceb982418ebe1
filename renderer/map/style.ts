import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { LayerOpacities } from '#shared/model/layer.ts';
import { borderLayers, outsideLayers } from './layers/borders.ts';
import { contestLayers } from './layers/contest.ts';
import { disputeLayers } from './layers/disputes.ts';
import { findingLayers } from './layers/findings.ts';
import { ghostLayers } from './layers/ghost.ts';
import { labelLayers } from './layers/labels.ts';
import { lockLayers, lockSignLayers } from './layers/locks.ts';
import { previewLayers } from './layers/preview.ts';
import { selectionLayers } from './layers/selection.ts';
import { symbolLayers } from './layers/symbols.ts';
import { uncoveredLayers } from './layers/uncovered.ts';
import { groundLayers } from './layers/zones.ts';
import type { Palette } from './palette.ts';

/** GeoJSON sources of the map; each has features with a property `id`. */
export const featureSources = [
  'exceptions',
  'zones',
  'baseUnits',
  'communities',
  'streets',
  'district',
  'district-soft',
  'disputes',
  'locks',
  'issues',
  'points',
  'teams',
  'labels',
  'findings',
  'finding-pins',
  'active-finding',
  'preview',
  'uncovered',
  'selection',
  'contest',
  'ghost',
] as const;

/**
 * All layers of the map from bottom to top, under a theme and with these opacities. Pure: a change
 * of theme or opacity is applied as the difference between two results (apply-layers.ts).
 */
export function mapLayersFor(palette: Palette, opacities: LayerOpacities): LayerSpecification[] {
  const layers: LayerSpecification[] = [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
    ...outsideLayers(palette, opacities.district),
    ...groundLayers(palette, opacities),
    {
      id: 'heat-image',
      type: 'raster',
      source: 'heat',
      paint: {
        'raster-opacity': opacities.heat,
        // A picture that fades in is drawn over and over, each time with all the map.
        'raster-opacity-transition': { duration: 0 },
        'raster-fade-duration': 0,
        'raster-resampling': 'linear',
      },
    },
    ...borderLayers(palette, opacities),
    ...uncoveredLayers(palette),
    ...disputeLayers(palette, opacities.disputes),
    ...lockLayers(palette),
    ...selectionLayers(palette),
    ...symbolLayers(palette, opacities),
    ...labelLayers(palette, opacities.labels),
    ...lockSignLayers(palette),
    ...findingLayers(palette, opacities.findings),
    ...previewLayers(palette),
    ...contestLayers(palette),
    ...ghostLayers(palette),
  ];
  return layers.map((layer) => {
    const group = layer.id.slice(0, layer.id.indexOf('-'));
    const hidden =
      (opacities as Record<string, number>)[group] === 0 ||
      (group === 'active' && opacities.findings === 0);
    const visibility = hidden ? 'none' : 'visible';
    return { ...layer, layout: { ...layer.layout, visibility } } as LayerSpecification;
  });
}

/**
 * The style to start with: every source empty, and no `glyphs`, so names come from local fonts.
 * When `still`, colours and opacities change at once.
 */
export function mapStyle(layers: LayerSpecification[], still: boolean): StyleSpecification {
  const sources: StyleSpecification['sources'] = {
    heat: { type: 'image', coordinates: emptyCorner } as StyleSpecification['sources'][string],
  };
  for (const id of featureSources) {
    sources[id] = {
      type: 'geojson',
      promoteId: 'id',
      data: { type: 'FeatureCollection', features: [] },
      // Symbols and offset lines reach over the edges of tiles.
      buffer: 64,
      // Borders must meet: simplify by a quarter of a pixel at most. The soft band must not show
      // each corner of the outline: wide blurred lines fray there.
      tolerance: id === 'district-soft' ? 5 : 0.25,
    };
  }
  return { version: 8, transition: { duration: still ? 0 : 300 }, sources, layers };
}

const emptyCorner: [[number, number], [number, number], [number, number], [number, number]] = [
  [0, 0.001],
  [0.001, 0.001],
  [0.001, 0],
  [0, 0],
];
