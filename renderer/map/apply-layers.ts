import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

export interface LayerChange {
  layer: string;
  part: 'paint' | 'layout';
  key: string;
  value: unknown;
}

/** What must be set so that layers drawn as `before` are drawn as `after`; both list the same layers. */
export function layerChanges(
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): LayerChange[] {
  const old = new Map(before.map((layer) => [layer.id, layer]));
  const changes: LayerChange[] = [];
  for (const layer of after) {
    for (const part of ['layout', 'paint'] as const) {
      const was = (old.get(layer.id)?.[part] ?? {}) as Record<string, unknown>;
      const is = (layer[part] ?? {}) as Record<string, unknown>;
      for (const [key, value] of Object.entries(is)) {
        if (JSON.stringify(was[key]) !== JSON.stringify(value)) {
          changes.push({ layer: layer.id, part, key, value });
        }
      }
    }
  }
  return changes;
}

/** Applies changes to a map whose style has loaded. */
export function applyLayerChanges(map: MapLibreMap, changes: readonly LayerChange[]): void {
  for (const { layer, part, key, value } of changes) {
    const options = { validate: false };
    if (part === 'paint') map.setPaintProperty(layer, key as never, value as never, options);
    else map.setLayoutProperty(layer, key as never, value as never, options);
  }
}
