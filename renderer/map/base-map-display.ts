import type { LayerSpecification } from 'maplibre-gl';
import { type BaseMap, openBaseMaps, useBaseMaps } from '#renderer/state/base-maps.ts';
import { applyLayerChanges, layerChanges } from './apply-layers.ts';
import { serveTiles, stopTiles } from './base-map-tiles.ts';
import { baseMapLayers, baseSource } from './layers/base-map.ts';
import type { MapLibreMap } from './maplibre.ts';
import { paletteOf } from './palette.ts';

/** The base map under the layers of one map, as the window's choice says. */
export class BaseMapDisplay {
  private map: MapLibreMap | null = null;
  private theme: 'light' | 'dark' = 'light';
  private layers: LayerSpecification[] = [];
  private shown: BaseMap | null = null;
  private readonly stop: () => void;

  constructor() {
    this.stop = useBaseMaps.subscribe((state, before) => {
      if (state.shown !== before.shown || state.opacity !== before.opacity) this.draw();
    });
  }

  /** Draws on a map whose style has loaded. */
  attach(map: MapLibreMap, theme: 'light' | 'dark'): void {
    this.map = map;
    this.theme = theme;
    this.layers = [];
    this.shown = null;
    this.draw();
    void openBaseMaps();
  }

  detach(): void {
    this.map = null;
  }

  setTheme(theme: 'light' | 'dark'): void {
    this.theme = theme;
    this.draw();
  }

  dispose(): void {
    this.stop();
    this.map = null;
  }

  private draw(): void {
    const { map } = this;
    if (!map) return;
    const { shown, opacity } = useBaseMaps.getState();
    const layers = shown ? baseMapLayers(shown.archive.info, paletteOf(this.theme), opacity) : [];
    if (shown === this.shown) applyLayerChanges(map, layerChanges(this.layers, layers));
    else {
      this.takeAway(map);
      if (shown) this.put(map, shown, layers);
    }
    this.shown = shown;
    this.layers = layers;
  }

  private takeAway(map: MapLibreMap): void {
    if (!this.shown) return;
    for (const { id } of this.layers) map.removeLayer(id);
    map.removeSource(baseSource);
    stopTiles(this.shown.id);
  }

  private put(map: MapLibreMap, shown: BaseMap, layers: readonly LayerSpecification[]): void {
    const { kind, minZoom, maxZoom, bounds, attribution } = shown.archive.info;
    map.addSource(baseSource, {
      type: kind,
      tiles: [serveTiles(shown.id, shown.archive)],
      minzoom: minZoom,
      maxzoom: maxZoom,
      ...(kind === 'raster' ? { tileSize: 256 } : {}),
      ...(bounds ? { bounds } : {}),
      ...(attribution === '' ? {} : { attribution }),
    });
    // Above the ground's colour, under everything of ours.
    const above = map.getLayersOrder().find((id) => id !== 'ground');
    for (const layer of layers) map.addLayer(layer, above);
  }
}
