import type { Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Bounds, Camera } from './map-view-props.ts';

/** Longest flight in milliseconds. */
const flightMs = 600;
/** Closest zoom that a flight to an area ends at. */
const closest = 17.5;
const margin = 32;
/** Of the space of panels this much, in pixels, is kept free beside them. */
const breath = 20;

export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Duration that motion may take: at most 600 ms, none when the system asks for reduced motion. */
export function flightDuration(wanted = flightMs): number {
  return prefersReducedMotion() ? 0 : Math.min(flightMs, Math.max(0, wanted));
}

/** Panels' space plus a margin, shrunk when together they would leave no map. */
export function fitPadding(
  padding: PaddingOptions | undefined,
  width: number,
  height: number,
): Required<PaddingOptions> {
  const wanted = {
    top: (padding?.top ?? 0) + margin,
    right: (padding?.right ?? 0) + margin,
    bottom: (padding?.bottom ?? 0) + margin,
    left: (padding?.left ?? 0) + margin,
  };
  const across = Math.min(1, (width * 0.8) / (wanted.left + wanted.right));
  const down = Math.min(1, (height * 0.8) / (wanted.top + wanted.bottom));
  return {
    top: wanted.top * down,
    right: wanted.right * across,
    bottom: wanted.bottom * down,
    left: wanted.left * across,
  };
}

function paddingOf(map: MapLibreMap, padding: PaddingOptions | undefined) {
  const { clientWidth, clientHeight } = map.getContainer();
  return fitPadding(padding, clientWidth, clientHeight);
}

export function flyToBounds(map: MapLibreMap, bounds: Bounds, padding?: PaddingOptions): void {
  map.fitBounds(bounds, {
    padding: paddingOf(map, padding),
    maxZoom: closest,
    duration: flightDuration(),
    bearing: map.getBearing(),
  });
}

/** Shows bounds without any flight, as when a map begins. */
export function showBounds(map: MapLibreMap, bounds: Bounds, padding?: PaddingOptions): void {
  map.fitBounds(bounds, { padding: paddingOf(map, padding), maxZoom: closest, duration: 0 });
}

/** From this zoom on, where a city fills the view, things can be drawn by hand. */
const drawingFromZoom = 9;

/** Whether an area is in view as a whole, and the map near enough to have been drawn on. */
export function isCloseTo(map: MapLibreMap, [west, south, east, north]: Bounds): boolean {
  const view = map.getBounds();
  return (
    map.getZoom() >= drawingFromZoom && view.contains([west, south]) && view.contains([east, north])
  );
}

/** Whether an area is in view as a whole, but reaches under what panels cover: the space of `padding`. */
export function isPartlyUnder(
  map: MapLibreMap,
  [west, south, east, north]: Bounds,
  { top, right, bottom, left }: Required<PaddingOptions>,
): boolean {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const corners = [west, east].flatMap((x) => [south, north].map((y) => map.project([x, y])));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  if (x0 < 0 || y0 < 0 || x1 > width || y1 > height) return false;
  return (
    x0 < left - breath ||
    y0 < top - breath ||
    x1 > width - right + breath ||
    y1 > height - bottom + breath
  );
}

export function flyToPosition(
  map: MapLibreMap,
  position: LonLat,
  zoom: number | undefined,
  padding?: PaddingOptions,
): void {
  const { top, right, bottom, left } = paddingOf(map, padding);
  map.easeTo({
    center: position,
    offset: [(left - right) / 2, (top - bottom) / 2],
    zoom: zoom ?? Math.max(map.getZoom(), 15.5),
    duration: flightDuration(),
  });
}

export function setCamera(map: MapLibreMap, camera: Camera, durationMs?: number): void {
  map.easeTo({
    center: camera.centre,
    zoom: camera.zoom,
    bearing: camera.bearing,
    pitch: camera.pitch,
    duration: flightDuration(durationMs ?? 0),
  });
}

export function getCamera(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return {
    centre: [lng, lat],
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    pitch: map.getPitch(),
  };
}
