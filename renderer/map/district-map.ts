import type { LayerSpecification } from 'maplibre-gl';
import type { Document } from '#shared/edits/document.ts';
import { texts } from '#shared/i18n/translate.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import { applyLayerChanges, layerChanges } from './apply-layers.ts';
import { BaseMapDisplay } from './base-map-display.ts';
import { getCamera, showBounds } from './camera.ts';
import { CameraControl } from './camera-control.ts';
import { untilMade, watchContext } from './context-loss.ts';
import { createMap } from './create-map.ts';
import { boundsOf } from './geometry-bounds.ts';
import { homeBounds } from './home-bounds.ts';
import { IssueDisplay } from './issue-display.ts';
import type { Camera, MapHandlers, MapState } from './map-view-props.ts';
import type { MapLibreMap } from './maplibre.ts';
import { Marks } from './marks.ts';
import { inSlices } from '#shared/jobs/slices.ts';
import { paletteOf } from './palette.ts';
import { PatchIntake } from './patch-intake.ts';
import { patchTouches } from './patch-touches.ts';
import { mapPng } from './png.ts';
import { PointKindsInView } from './point-kinds-in-view.ts';
import { listenToPointer } from './pointer.ts';
import { RecordSources } from './record-sources.ts';
import { SourceDispatch } from './source-dispatch.ts';
import { mapLayersFor } from './style.ts';
import type { Ghost } from './tools/ghost.ts';
import { listenToTool } from './tools/tool-pointer.ts';
import { VertexHandles } from './vertex-handles.ts';

const overdueCheckMs = 60_000;
/** By then a picture of imported issues has been asked for, where there is to be one. */
const pictureMs = 300;

/** Owner of the MapLibre map of one document; everything that is drawn goes through it. */
export class DistrictMap {
  readonly camera: CameraControl;
  private readonly container: HTMLElement;
  private readonly document: Document;
  /** Read at each event, so that handlers may change without the map noticing. */
  private readonly handlers: () => MapHandlers;
  /** Told whether a lost map could be made anew. */
  private readonly onFailed: (failed: boolean) => void;
  private state: MapState;
  private map: MapLibreMap;
  /** The map whose style has loaded, and whether the records are ready for it. */
  private styled: MapLibreMap | null = null;
  private built = false;
  private loaded = false;
  private layers: LayerSpecification[] = [];
  private readonly records: RecordSources;
  private readonly issues: IssueDisplay;
  private readonly baseMap = new BaseMapDisplay();
  private readonly marks = new Marks(() => this.dispatch.schedule());
  private readonly pointKinds: PointKindsInView;
  private readonly handles = new VertexHandles(
    () => this.state.vertexDrag,
    (shown) => this.handlers().onHandles?.(shown),
  );
  private readonly dispatch: SourceDispatch;
  private readonly endings: (() => void)[] = [];
  private readonly intake: PatchIntake;
  private stopWatch: () => void = () => {};
  private stopTrying: () => void = () => {};
  /** True while the old map is gone and a new one could not be made yet. */
  private removed = false;
  private told = false;
  private disposed = false;
  private scale = 1;

  constructor(
    container: HTMLElement,
    document: Document,
    state: MapState,
    handlers: () => MapHandlers,
    onFailed: (failed: boolean) => void,
  ) {
    this.container = container;
    this.document = document;
    this.state = state;
    this.handlers = handlers;
    this.onFailed = onFailed;
    this.records = new RecordSources(document);
    this.intake = new PatchIntake(
      (patch) => this.records.apply(patch),
      () => this.dispatch.schedule(),
    );
    this.issues = new IssueDisplay(
      document,
      // Where heat can be turned on there is a legend for it.
      () => this.state.interactive && this.handlers().onHeatScale !== undefined,
      (scale) => this.handlers().onHeatScale?.(scale),
      () => {
        this.camera.followHome();
        this.applyLayers();
        this.map.triggerRepaint();
      },
    );
    this.pointKinds = new PointKindsInView(document);
    this.dispatch = new SourceDispatch([
      ...this.records.sources.map((source) => source.feed),
      this.issues.dots,
      ...this.marks.feeds,
    ]);
    this.camera = new CameraControl(
      document,
      () => this.map,
      () => this.state,
    );
    this.map = this.create(null);
    this.endings.push(
      document.subscribe((patch) => {
        this.intake.take(patch);
        const withIssues = patchTouches(patch, 'issueChunk');
        // With their picture, lest all be drawn anew for each.
        if (withIssues) setTimeout(() => this.goHome(), pictureMs);
        else this.camera.followHome();
        if (withIssues || patchTouches(patch, 'project')) {
          this.issues.showHeat(this.state);
          this.showIssues();
        }
        this.marks.showSelection(this.document, this.state);
        this.marks.showUncovered(this.document, this.state);
        this.dispatch.schedule();
      }),
    );
    // Open issues become overdue while nobody touches the wall.
    const timer = setInterval(() => this.showIssues(), overdueCheckMs);
    this.endings.push(() => clearInterval(timer));
    this.marks.showFindings(this.state.findings, this.map.getZoom());
    this.marks.showSelection(this.document, this.state);
    this.marks.showUncovered(this.document, this.state);
    this.marks.showContest(state.contest);
    this.handles.show(state.vertices ?? []);
    this.issues.showHeat(state);
    void this.build();
  }

  /** Builds the sources in slices, so that none holds the window up. */
  private async build(): Promise<void> {
    await inSlices(this.records.fill(), () => !this.disposed);
    if (this.disposed) return;
    this.built = true;
    this.fill();
  }

  /** Shows another state of the view; only what differs is touched. */
  update(state: MapState): void {
    const before = this.state;
    this.state = state;
    const changed = (...keys: (keyof MapState)[]) => keys.some((key) => before[key] !== state[key]);
    if (changed('theme', 'layers')) this.applyLayers();
    if (changed('theme')) this.baseMap.setTheme(state.theme);
    if (changed('locale')) this.label();
    // An empty list is an empty list, even when it is a new one at each rendering.
    if (changed('findings') && before.findings.length + state.findings.length > 0) {
      this.marks.showFindings(this.state.findings, this.map.getZoom());
    }
    if (changed('activeFindingId') || (state.activeFindingId && changed('findings'))) {
      this.showActiveFinding(changed('activeFindingId'));
    }
    if (changed('preview')) {
      this.marks.showPreview(state.preview, (id) => this.records.colourOf(id));
    }
    if (changed('contest')) this.marks.showContest(state.contest);
    if (changed('selectedId', 'selectedIssue', 'spot', 'highlightIds', 'course')) {
      this.marks.showSelection(this.document, this.state);
    }
    if (changed('uncoveredIds')) this.marks.showUncovered(this.document, this.state);
    if (changed('issueFilter', 'heatRadiusM', 'layers', 'theme')) {
      this.issues.showHeat(state);
      this.showIssues();
      this.tellPointKinds();
    }
    if (changed('vertices')) this.handles.show(state.vertices ?? []);
    if (changed('tool')) this.container.toggleAttribute('data-tool', Boolean(state.tool));
    if (changed('interactive')) this.renew();
    this.dispatch.schedule();
  }

  /** Shows zones as given instead of as they are in the document, until they change there. */
  previewZones(zones: readonly Zone[], hidden: readonly string[] = []): void {
    this.records.preview(zones, hidden);
    const previews = new Map(zones.map((zone) => [zone.id, zone]));
    this.marks.showSelection(this.document, this.state, previews);
    this.dispatch.schedule();
  }

  showGhost(ghosts: readonly Ghost[], invalid: boolean): void {
    this.marks.showGhost(ghosts, invalid);
    this.dispatch.schedule();
  }

  focus(): void {
    this.map.getCanvas().focus({ preventScroll: true });
  }

  /** Draws at the pixels of a container that is shown `scale` times as large as it is laid out. */
  setScale(scale: number): void {
    if (scale === this.scale) return;
    this.scale = scale;
    if (this.removed) return;
    this.map.setPixelRatio(devicePixelRatio * scale);
    this.map.resize();
    // What was to be seen before the map had its size is shown again at it.
    this.camera.aimAgain();
  }

  dispose(): void {
    this.disposed = true;
    this.intake.close();
    for (const end of this.endings) end();
    this.dispatch.dispose();
    this.marks.stopPulse();
    this.stopWatch();
    this.stopTrying();
    this.issues.heat.dispose();
    this.baseMap.dispose();
    this.handles.dispose();
    if (!this.removed) this.map.remove();
  }

  async toPng(): Promise<Blob> {
    await this.issues.heat.settled();
    return mapPng(this.map);
  }

  private create(camera: Camera | null): MapLibreMap {
    const { theme, layers, interactive, padding } = this.state;
    this.layers = mapLayersFor(paletteOf(theme), this.issues.drawable(layers));
    const map = createMap(this.container, this.layers, {
      interactive,
      pixelRatio: devicePixelRatio * this.scale,
      camera,
    });
    const bounds = homeBounds(this.document);
    if (!camera && bounds) showBounds(map, bounds, padding);
    // Not `load`, which first waits for the tiles of sources that are still empty.
    map.once('style.load', () => {
      this.styled = map;
      this.fill();
    });
    map.on('moveend', () => {
      this.showIssues();
      this.tellPointKinds();
      this.dispatch.schedule();
      this.handlers().onCamera?.(getCamera(map));
    });
    map.on('move', () => this.handlers().onMove?.(getCamera(map)));
    this.handles.attach(map);
    map.on('zoomend', () => this.marks.showPins(this.state.findings, this.map.getZoom()));
    if (interactive) {
      listenToPointer(map, this.document, () => this.state.layers, this.handlers);
      listenToTool(map, () => this.state.tool ?? null);
    }
    this.stopWatch = watchContext(map, () => this.renew());
    this.label(map);
    return map;
  }

  /** A new map with everything the old one showed, as soon as the browser grants one. */
  private renew(): void {
    const camera = this.camera.getCamera();
    this.stopTrying();
    this.stopWatch();
    this.marks.stopPulse();
    this.loaded = false;
    this.dispatch.detach();
    this.issues.heat.detach();
    this.baseMap.detach();
    if (!this.removed) this.map.remove();
    this.removed = true;
    this.stopTrying = untilMade(() => {
      this.map = this.create(camera);
      this.removed = false;
      // A flight may have been cut short, and on the wall nobody moves the map by hand.
      if (!this.state.interactive) this.camera.aimAgain();
    }, this.onFailed);
  }

  /** Fills the map once its style and the records are both there. */
  private fill(): void {
    const { map } = this;
    if (map !== this.styled || this.removed || !this.built || this.loaded) return;
    this.loaded = true;
    this.applyLayers();
    this.dispatch.attach(map);
    this.issues.heat.attach(map);
    this.baseMap.attach(map, this.state.theme);
    this.showIssues();
    this.marks.showPins(this.state.findings, this.map.getZoom());
    this.dispatch.flush();
    void map.once('idle', () => {
      if (this.told) return;
      this.told = true;
      this.tellPointKinds();
      this.handlers().onReady?.();
      this.handlers().onCamera?.(getCamera(map));
    });
    if (this.state.activeFindingId) this.showActiveFinding(false);
  }

  private applyLayers(): void {
    const { theme, layers } = this.state;
    const after = mapLayersFor(paletteOf(theme), this.issues.drawable(layers));
    if (!this.loaded) return;
    applyLayerChanges(this.map, layerChanges(this.layers, after));
    this.layers = after;
  }

  private label(map = this.map): void {
    map.getCanvas().setAttribute('aria-label', texts[this.state.locale].map.label);
  }

  private goHome(): void {
    if (!this.disposed && !this.issues.heat.pending) this.camera.followHome();
  }

  private showIssues(): void {
    if (!this.loaded) return;
    this.issues.showDots(this.state, this.map);
    this.dispatch.schedule();
  }

  private tellPointKinds(): void {
    const tell = this.handlers().onPointKinds;
    if (tell) this.pointKinds.tell(this.map, this.state.layers, tell);
  }

  private showActiveFinding(fly: boolean): void {
    const finding = this.state.findings.find(({ id }) => id === this.state.activeFindingId);
    this.marks.showActive(finding);
    this.dispatch.flush();
    if (!finding || !fly || !this.loaded) return;
    const bounds = boundsOf([finding.geometry]);
    if (bounds) this.camera.flyToBounds(bounds);
    else this.camera.flyToPosition(finding.at as LonLat, 16);
    this.marks.pulse(this.map);
  }
}
