import type { GeoJSONSource, LayerSpecification, MapMouseEvent } from 'maplibre-gl';
import { countIssues } from '#shared/analysis/filter-issues.ts';
import type { Document } from '#shared/edits/document.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import { texts } from '#shared/i18n/translate.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { applyLayerChanges, layerChanges } from './apply-layers.ts';
import {
  flyToBounds,
  flyToPosition,
  getCamera,
  prefersReducedMotion,
  setCamera,
  showBounds,
} from './camera.ts';
import { watchContext } from './context-loss.ts';
import { findingPins } from './finding-pins.ts';
import { boundsOf } from './geometry-bounds.ts';
import { HeatLayer } from './heat/heat-layer.ts';
import { areaAt, smallThingAt, zoneIdAt } from './hits.ts';
import { issueDots } from './issue-dots.ts';
import { fewIssues, issueDotsFromZoom, pointSymbolsFromZoom } from './layers/symbols.ts';
import { mapImage } from './map-images.ts';
import type { Bounds, Camera, MapHandle, MapViewProps } from './map-view-props.ts';
import { MapLibreMap, ScaleControl } from './maplibre.ts';
import { paletteOf } from './palette.ts';
import { mapPng } from './png.ts';
import { pulse } from './pulse.ts';
import { recordPlace } from './record-place.ts';
import { RecordSources } from './record-sources.ts';
import { SourceFeed } from './source-feed.ts';
import { activeFindingFeatures, findingFeatures } from './sources/findings.ts';
import { mapLayersFor, mapStyle } from './style.ts';

export type MapHandlers = Pick<
  MapViewProps,
  'onSelect' | 'onPointer' | 'onCamera' | 'onHeatScale' | 'onPointKinds' | 'onReady'
>;
/** What the map shows, apart from the document. */
export type MapState = Omit<MapViewProps, keyof MapHandlers | 'document'>;

const overdueCheckMs = 60_000;
/** Issues farther than this from the district are not part of the heat, in degrees. */
const heatMarginDegrees = 0.2;

/** Owner of the MapLibre map of one document; everything that is drawn goes through it. */
export class DistrictMap implements MapHandle {
  private readonly container: HTMLElement;
  private readonly document: Document;
  /** Read at each event, so that handlers may change without the map noticing. */
  private readonly handlers: () => MapHandlers;
  private state: MapState;
  private map: MapLibreMap;
  private loaded = false;
  private layers: LayerSpecification[] = [];
  private readonly records: RecordSources;
  private readonly heat: HeatLayer;
  private readonly issues = new SourceFeed('issues');
  private readonly findings = new SourceFeed('findings');
  private readonly pins = new SourceFeed('finding-pins');
  private readonly active = new SourceFeed('active-finding');
  private readonly selection = new SourceFeed('selection');
  private readonly endings: (() => void)[] = [];
  private stopWatch: () => void = () => {};
  private stopPulse: () => void = () => {};
  private frame = 0;
  private hovered: string | null = null;
  private told = false;
  private toldKinds: string | null = null;
  private scale = 1;
  /** Shows again, without a flight, what the map was last asked to show. */
  private aim: () => void = () => {
    const bounds = this.homeBounds();
    if (bounds) showBounds(this.map, bounds, this.state.padding);
  };

  constructor(
    container: HTMLElement,
    document: Document,
    state: MapState,
    handlers: () => MapHandlers,
  ) {
    this.container = container;
    this.document = document;
    this.state = state;
    this.handlers = handlers;
    this.records = new RecordSources(document);
    this.heat = new HeatLayer(
      (scale) => this.handlers().onHeatScale?.(scale),
      () => this.map.triggerRepaint(),
    );
    this.map = this.create(null);
    this.endings.push(
      document.subscribe((patch) => {
        this.records.apply(patch);
        if (touches(patch, 'issueChunk') || touches(patch, 'project')) {
          this.showHeat();
          this.showIssues();
        }
        this.showSelection();
        this.schedule();
      }),
    );
    // Open issues become overdue while nobody touches the wall.
    const timer = setInterval(() => this.showIssues(), overdueCheckMs);
    this.endings.push(() => clearInterval(timer));
    this.showFindings();
    this.showSelection();
    this.showHeat();
  }

  /** Shows another state of the view; only what differs is touched. */
  update(state: MapState): void {
    const before = this.state;
    this.state = state;
    if (before.theme !== state.theme || before.layers !== state.layers) this.applyLayers();
    if (before.locale !== state.locale) this.label();
    // An empty list is an empty list, even when it is a new one at each rendering.
    if (before.findings !== state.findings && before.findings.length + state.findings.length > 0) {
      this.showFindings();
    }
    if (
      before.activeFindingId !== state.activeFindingId ||
      (state.activeFindingId && before.findings !== state.findings)
    ) {
      this.showActiveFinding(before.activeFindingId !== state.activeFindingId);
    }
    if (before.selectedId !== state.selectedId || before.selectedIssue !== state.selectedIssue) {
      this.showSelection();
    }
    if (
      before.issueFilter !== state.issueFilter ||
      before.heatRadiusM !== state.heatRadiusM ||
      before.layers !== state.layers ||
      before.theme !== state.theme
    ) {
      this.showHeat();
      this.showIssues();
      this.tellPointKinds();
    }
    if (before.interactive !== state.interactive) this.renew();
    this.schedule();
  }

  /** Draws at the pixels of a container that is shown `scale` times as large as it is laid out. */
  setScale(scale: number): void {
    if (scale === this.scale) return;
    this.scale = scale;
    this.map.setPixelRatio(devicePixelRatio * scale);
    this.map.resize();
    // What was to be seen before the map had its size is shown again at it.
    this.aim();
  }

  dispose(): void {
    for (const end of this.endings) end();
    cancelAnimationFrame(this.frame);
    this.stopPulse();
    this.stopWatch();
    this.heat.dispose();
    this.map.remove();
  }

  flyToBounds(bounds: Bounds): void {
    this.aim = () => showBounds(this.map, bounds, this.state.padding);
    flyToBounds(this.map, bounds, this.state.padding);
  }

  flyToPosition(position: LonLat, zoom?: number): void {
    flyToPosition(this.map, position, zoom, this.state.padding);
  }

  setCamera(camera: Camera, durationMs?: number): void {
    this.aim = () => setCamera(this.map, camera, 0);
    setCamera(this.map, camera, durationMs);
  }

  getCamera(): Camera {
    return getCamera(this.map);
  }

  async toPng(): Promise<Blob> {
    await this.heat.settled();
    return mapPng(this.map);
  }

  private create(camera: Camera | null): MapLibreMap {
    const { theme, layers, interactive, padding } = this.state;
    this.layers = mapLayersFor(paletteOf(theme), layers);
    const bounds = this.homeBounds();
    const map = new MapLibreMap({
      container: this.container,
      style: mapStyle(this.layers),
      interactive,
      attributionControl: false,
      pixelRatio: devicePixelRatio * this.scale,
      fadeDuration: prefersReducedMotion() ? 0 : 120,
      renderWorldCopies: false,
      minZoom: 3,
      maxZoom: 22,
      maxPitch: 60,
      localIdeographFontFamily:
        '"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", system-ui, sans-serif',
      ...(camera
        ? {
            center: camera.centre,
            zoom: camera.zoom,
            bearing: camera.bearing,
            pitch: camera.pitch,
          }
        : { center: [104, 35.5], zoom: 3.5 }),
    });
    if (!camera && bounds) showBounds(map, bounds, padding);
    map.setMissingStyleImageResolver((id) => {
      const image = mapImage(id);
      if (image && !map.hasImage(id))
        map.addImage(id, image.data, { pixelRatio: image.pixelRatio });
    });
    map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left');
    // Not `load`, which first waits for the tiles of sources that are still empty.
    map.once('style.load', () => this.fill(map));
    map.on('moveend', () => {
      this.showIssues();
      this.tellPointKinds();
      this.schedule();
      this.handlers().onCamera?.(getCamera(map));
    });
    map.on('zoomend', () => this.showPins());
    map.on('error', (event) => console.error('map:', event.error));
    if (interactive) this.listen(map);
    this.stopWatch = watchContext(map, () => this.renew());
    this.label(map);
    return map;
  }

  /** A new map with everything the old one showed. */
  private renew(): void {
    const camera = getCamera(this.map);
    this.stopWatch();
    this.stopPulse();
    this.loaded = false;
    this.hovered = null;
    this.map.remove();
    this.map = this.create(camera);
  }

  private fill(map: MapLibreMap): void {
    if (map !== this.map) return;
    this.loaded = true;
    this.applyLayers();
    for (const feed of this.feeds()) {
      const source = map.getSource<GeoJSONSource>(feed.sourceId);
      if (source && feed.size > 0) void feed.fill(source);
    }
    this.heat.attach(map);
    this.showIssues();
    this.showPins();
    this.flush();
    void map.once('idle', () => {
      if (this.told) return;
      this.told = true;
      this.tellPointKinds();
      this.handlers().onReady?.();
      this.handlers().onCamera?.(getCamera(map));
    });
    if (this.state.activeFindingId) this.showActiveFinding(false);
  }

  private listen(map: MapLibreMap): void {
    let moved: MapMouseEvent | null = null;
    const follow = () => {
      const event = moved;
      moved = null;
      if (!event || map !== this.map) return;
      this.handlers().onPointer?.([event.lngLat.lng, event.lngLat.lat]);
      this.hover(zoneIdAt(map, event.point));
      const clickable = this.hovered !== null || smallThingAt(map, event.point) !== null;
      map.getCanvas().style.cursor = clickable ? 'pointer' : '';
    };
    map.on('mousemove', (event) => {
      if (!moved) requestAnimationFrame(follow);
      moved = event;
    });
    map.on('mouseout', () => {
      moved = null;
      this.hover(null);
      this.handlers().onPointer?.(null);
    });
    map.on('click', (event) => {
      const zoneId = zoneIdAt(map, event.point);
      this.handlers().onSelect?.(
        smallThingAt(map, event.point) ??
          (zoneId === null
            ? areaAt(this.document, this.state.layers, [event.lngLat.lng, event.lngLat.lat])
            : { type: 'record', id: zoneId }),
      );
    });
  }

  private hover(id: string | null): void {
    if (id === this.hovered) return;
    if (this.hovered !== null) {
      this.map.removeFeatureState({ source: 'zones', id: this.hovered });
    }
    if (id !== null) this.map.setFeatureState({ source: 'zones', id }, { hover: true });
    this.hovered = id;
  }

  private *feeds(): Generator<SourceFeed> {
    for (const source of this.records.sources) yield source.feed;
    yield this.issues;
    yield this.findings;
    yield this.pins;
    yield this.active;
    yield this.selection;
  }

  /** Hands on all changes at the next frame. */
  private schedule(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.flush();
    });
  }

  private flush(): void {
    if (!this.loaded) return;
    for (const feed of this.feeds()) {
      const diff = feed.takeDiff();
      if (!diff) continue;
      this.map
        .getSource<GeoJSONSource>(feed.sourceId)
        ?.updateData(diff)
        .catch((error: unknown) => console.error('map:', feed.sourceId, error));
    }
  }

  private applyLayers(): void {
    const after = mapLayersFor(paletteOf(this.state.theme), this.state.layers);
    if (!this.loaded) return;
    applyLayerChanges(this.map, layerChanges(this.layers, after));
    this.layers = after;
  }

  private label(map = this.map): void {
    map.getCanvas().setAttribute('aria-label', texts[this.state.locale].map.label);
  }

  private homeBounds(): Bounds | null {
    for (const kind of ['district', 'street', 'community', 'zone', 'point'] as const) {
      const bounds = boundsOf(this.document.all(kind).map(recordPlace));
      if (bounds) return bounds;
    }
    return null;
  }

  private utcOffsetMinutes(): number {
    return this.document.all('project')[0]?.utcOffsetMinutes ?? 480;
  }

  private showHeat(): void {
    const { layers, theme, issueFilter, heatRadiusM } = this.state;
    this.heat.setTheme(theme);
    if (layers.heat === 0) {
      this.heat.hide();
      return;
    }
    const home = this.homeBounds();
    this.heat.show(this.document.all('issueChunk'), {
      filter: issueFilter,
      radiusM: heatRadiusM,
      utcOffsetMinutes: this.utcOffsetMinutes(),
      within: home && [
        home[0] - heatMarginDegrees,
        home[1] - heatMarginDegrees,
        home[2] + heatMarginDegrees,
        home[3] + heatMarginDegrees,
      ],
    });
  }

  private showIssues(): void {
    if (!this.loaded) return;
    const chunks = this.document.all('issueChunk');
    const filter = this.state.issueFilter;
    const utcOffsetMinutes = this.utcOffsetMinutes();
    const shown =
      this.state.layers.issues > 0 &&
      (this.map.getZoom() >= issueDotsFromZoom ||
        countIssues(chunks, filter, utcOffsetMinutes) <= fewIssues);
    if (!shown) {
      this.issues.replace([]);
    } else {
      const bounds = this.map.getBounds();
      this.issues.replace(
        issueDots(chunks, {
          bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
          filter,
          utcOffsetMinutes,
          now: Date.now(),
        }),
      );
    }
    this.schedule();
  }

  private tellPointKinds(): void {
    const tell = this.handlers().onPointKinds;
    if (!tell) return;
    const bounds = this.map.getBounds();
    const kinds = new Set<string>();
    if (this.state.layers.points > 0 && this.map.getZoom() >= pointSymbolsFromZoom) {
      for (const { pointKind, position } of this.document.all('point')) {
        if (!kinds.has(pointKind) && bounds.contains(position)) kinds.add(pointKind);
      }
    }
    const sorted = [...kinds].sort();
    if (sorted.join('\n') === this.toldKinds) return;
    this.toldKinds = sorted.join('\n');
    tell(sorted);
  }

  private showFindings(): void {
    this.findings.replace(findingFeatures(this.state.findings));
    this.showPins();
  }

  private showPins(): void {
    this.pins.replace(findingPins(this.state.findings, this.map.getZoom()));
    this.schedule();
  }

  private showActiveFinding(fly: boolean): void {
    const finding = this.state.findings.find(({ id }) => id === this.state.activeFindingId);
    this.active.replace(activeFindingFeatures(finding));
    this.flush();
    this.stopPulse();
    if (!finding || !fly || !this.loaded) return;
    const bounds = boundsOf([finding.geometry]);
    if (bounds) this.flyToBounds(bounds);
    else this.flyToPosition(finding.at as LonLat, 16);
    this.stopPulse = pulse(this.map);
  }

  private showSelection(): void {
    const { selectedId, selectedIssue } = this.state;
    const features: [string, { geometry: GeoJSON.Geometry; properties: object }][] = [];
    const geometry = selectedId ? recordPlace(this.document.get(selectedId)) : null;
    if (geometry) features.push(['record', { geometry, properties: {} }]);
    const chunk = selectedIssue && this.document.find('issueChunk', selectedIssue.chunkId);
    if (chunk && selectedIssue && selectedIssue.index < chunk.count) {
      const coordinates = [
        fromGrid(chunk.longitude[selectedIssue.index] as number),
        fromGrid(chunk.latitude[selectedIssue.index] as number),
      ];
      features.push(['issue', { geometry: { type: 'Point', coordinates }, properties: {} }]);
    }
    this.selection.replace(features);
    this.schedule();
  }
}

function touches(patch: { added: object; updated: object; removed: object }, kind: string) {
  const has = (record: unknown) => (record as { kind?: string }).kind === kind;
  return (
    Object.values(patch.added).some(has) ||
    Object.values(patch.removed).some(has) ||
    Object.values(patch.updated).some((pair) => has((pair as unknown[])[1]))
  );
}
