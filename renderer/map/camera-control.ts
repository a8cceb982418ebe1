import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import {
  flyToBounds,
  flyToPosition,
  getCamera,
  isPartlyUnder,
  setCamera,
  showBounds,
} from './camera.ts';
import { homeBounds } from './home-bounds.ts';
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

  constructor(document: DocumentView, map: () => MapLibreMap, state: () => MapState) {
    this.map = map;
    this.state = state;
    this.aim = () => {
      const bounds = homeBounds(document);
      if (bounds) showBounds(map(), bounds, state().padding);
    };
  }

  /** For when the map was not of its present size, or not there, when it was asked. */
  aimAgain(): void {
    this.aim();
  }

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
