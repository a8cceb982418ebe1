import { booleanPointInPolygon } from '@turf/turf';
import type { MapGeoJSONFeature, Map as MapLibreMap, Point } from 'maplibre-gl';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LayerOpacities } from '#shared/model/layer.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { drawableGeometry } from './drawable-geometry.ts';
import type { MapHit } from './map-view-props.ts';

/** How far beside a small thing one may click, in pixels. */
const slackPx = 4;

const smallThings = [
  'findings-pin',
  'findings-line',
  'findings-mismatch',
  'findings-fill',
  'teams-symbol',
  'points-symbol',
  'points-dot',
  'issues-dot',
  'disputes-right',
  'disputes-left',
];

function toHit(feature: MapGeoJSONFeature): MapHit {
  const { id, finding, chunk, index } = feature.properties as Record<string, string | number>;
  if (feature.source === 'issues') {
    return { type: 'issue', chunkId: String(chunk), index: Number(index) };
  }
  if (feature.source === 'finding-pins') return { type: 'finding', id: String(finding) };
  if (feature.source === 'findings') return { type: 'finding', id: String(id) };
  return { type: 'record', id: String(id) };
}

/** The topmost defect, team, point or issue near a place on the screen. */
export function smallThingAt(map: MapLibreMap, at: Point): MapHit | null {
  const [feature] = map.queryRenderedFeatures(
    [
      [at.x - slackPx, at.y - slackPx],
      [at.x + slackPx, at.y + slackPx],
    ],
    { layers: smallThings },
  );
  return feature ? toHit(feature) : null;
}

/** Id of the zone drawn at a place on the screen. */
export function zoneIdAt(map: MapLibreMap, at: Point): string | null {
  const [feature] = map.queryRenderedFeatures([at.x, at.y], { layers: ['zones-fill'] });
  return feature ? String(feature.properties.id) : null;
}

/** Where no zone is drawn: the community or street, if that layer is shown. */
export function areaAt(
  document: DocumentView,
  layers: LayerOpacities,
  position: LonLat,
): MapHit | null {
  const kinds = [
    ...(layers.communities > 0 ? (['community'] as const) : []),
    ...(layers.streets > 0 ? (['street'] as const) : []),
  ];
  for (const kind of kinds) {
    for (const record of document.all(kind)) {
      const area = drawableGeometry(record.geometry) as Area | null;
      if (area && booleanPointInPolygon(position, area)) return { type: 'record', id: record.id };
    }
  }
  return null;
}
