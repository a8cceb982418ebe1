import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import {
  flyToBounds,
  flyToPosition,
  getCamera,
  isCloseTo,
  isPartlyUnder,
  setCamera,
  showBounds,
} from './camera.ts';
import { type HomeKind, homeBounds, homeKind } from './home-bounds.ts';
import type { Bounds, Camera, MapHandle, MapState } from './map-view-props.ts';
import type { MapLibreMap } from './maplibre.ts';

/** Moves a map about, and remembers what it was last asked to show. */
export class CameraControl
  implements Omit<MapHandle, 'toPng' | 'previewZones' | 'showGhost' | 'focus'>
{
  /** Both asked at each movement, for maps are renewed and panels open and close. */
  private readonly map: () => MapLibreMap;
  private readonly state: () => MapState;
  /** Shows again, without a flight, what the map was last asked to show. */
  private aim: () => void;
  private readonly document: DocumentView;
  /** What the map was last known to begin with. */
  private home: HomeKind | null;

  constructor(document: DocumentView, map: () => MapLibreMap, state: () => MapState) {
    this.map = map;
    this.state = state;
    this.document = document;
    this.home = homeKind(document);
    this.aim = this.showHome;
  }

  /**
   * Shows what the project lies on, once there is something of it or its outline is there: an import has brought it.
   * A map that was asked to show something else, and that nobody can move, stays there; so does one that is near
   * enough to have been drawn on by hand.
   */
  followHome(): void {
    if (this.home === 'district') return;
    const before = this.home;
    this.home = homeKind(this.document);
    if (this.home === before || (before !== null && this.home !== 'district')) return;
    if (!this.state().interactive && this.aim !== this.showHome) return;
    const bounds = homeBounds(this.document);
    if (bounds && this.home !== 'district' && isCloseTo(this.map(), bounds)) return;
    this.aim = this.showHome;
    this.showHome();
  }

  /** For when the map was not of its present size, or not there, when it was asked. */
  aimAgain(): void {
    this.aim();
  }

  private readonly showHome = (): void => {
    const bounds = homeBounds(this.document);
    if (bounds) showBounds(this.map(), bounds, this.state().padding);
  };

  flyToBounds(bounds: Bounds): void {
    this.aim = () => showBounds(this.map(), bounds, this.state().padding);
    flyToBounds(this.map(), bounds, this.state().padding);
  }

  flyToPosition(position: LonLat, zoom?: number): void {
    flyToPosition(this.map(), position, zoom, this.state().padding);
  }

  clearPanels(bounds: Bounds): void {
    const [map, { padding }] = [this.map(), this.state()];
    if (padding && isPartlyUnder(map, bounds, padding)) this.flyToBounds(bounds);
  }

  setCamera(camera: Camera, durationMs?: number): void {
    this.aim = () => setCamera(this.map(), camera, 0);
    setCamera(this.map(), camera, durationMs);
  }

  getCamera(): Camera {
    return getCamera(this.map());
  }
}
