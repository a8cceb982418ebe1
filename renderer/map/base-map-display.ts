import { openBaseMaps, useBaseMaps } from '#renderer/state/base-maps.ts';
import { serveTiles, stopTiles } from './base-map-tiles.ts';
import { baseMapLayers, baseSource } from './layers/base-map.ts';
import type { MapLibreMap } from './maplibre.ts';
import { paletteOf } from './palette.ts';

/** The base map under the layers of one map, as the window's choice says. */
export class BaseMapDisplay {
  private map: MapLibreMap | null = null;
  private theme: 'light' | 'dark' = 'light';
  private layers: string[] = [];
  private shownId: string | null = null;
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
    this.shownId = null;
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
    for (const id of this.layers) map.removeLayer(id);
    this.layers = [];
    if (this.shownId !== null && this.shownId !== shown?.id) {
      map.removeSource(baseSource);
      stopTiles(this.shownId);
      this.shownId = null;
    }
    if (!shown) return;
    const { info } = shown.archive;
    if (this.shownId === null) {
      const { minZoom, maxZoom, bounds, attribution } = info;
      map.addSource(baseSource, {
        type: info.kind,
        tiles: [serveTiles(shown.id, shown.archive)],
        minzoom: minZoom,
        maxzoom: maxZoom,
        ...(info.kind === 'raster' ? { tileSize: 256 } : {}),
        ...(bounds ? { bounds } : {}),
        ...(attribution === '' ? {} : { attribution }),
      });
      this.shownId = shown.id;
    }
    // Above the ground's colour, under everything of ours.
    const above = map.getStyle().layers.find(({ id }) => id !== 'ground')?.id;
    for (const layer of baseMapLayers(info, paletteOf(this.theme), opacity)) {
      map.addLayer(layer, above);
      this.layers.push(layer.id);
    }
  }
}
