import type { MapMouseEvent, Map as MapLibreMap } from 'maplibre-gl';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LayerOpacities } from '#shared/model/layer.ts';
import { areaAt, smallThingAt, zoneIdAt } from './hits.ts';
import type { MapHandlers, MapHit } from './map-view-props.ts';
import { reachAt } from './reach-at.ts';

/** How far beside a border it may still be meant, in pixels. */
const thinReachPx = 7;

/**
 * Tells where the pointer is and what was clicked, and marks the zone under it. Ends with the map.
 * @param layers asked at each click: hidden areas are not hit
 */
export function listenToPointer(
  map: MapLibreMap,
  document: DocumentView,
  layers: () => LayerOpacities,
  handlers: () => MapHandlers,
): void {
  let hovered: string | null = null;
  let moved: MapMouseEvent | null = null;
  let frame = 0;
  const hover = (id: string | null) => {
    if (id === hovered) return;
    if (hovered !== null) map.removeFeatureState({ source: 'zones', id: hovered });
    if (id !== null) map.setFeatureState({ source: 'zones', id }, { hover: true });
    hovered = id;
  };
  const follow = () => {
    const event = moved;
    moved = null;
    if (!event) return;
    handlers().onPointer?.([event.lngLat.lng, event.lngLat.lat]);
    // Whoever drags something knows what it is; to look for it would cost more than the drag.
    if (event.originalEvent.buttons !== 0) return;
    hover(zoneIdAt(map, event.point));
    const clickable = hovered !== null || smallThingAt(map, event.point) !== null;
    map.getCanvas().style.cursor = clickable ? 'pointer' : '';
  };
  // At most once a frame: a look at what is drawn costs more than a move of the mouse.
  map.on('mousemove', (event) => {
    if (!moved) frame = requestAnimationFrame(follow);
    moved = event;
  });
  map.on('mouseout', () => {
    moved = null;
    hover(null);
    handlers().onPointer?.(null);
  });
  const hitAt = (event: Pick<MapMouseEvent, 'point' | 'lngLat'>): MapHit | null => {
    const zoneId = zoneIdAt(map, event.point);
    const { lng, lat } = event.lngLat.wrap();
    return (
      smallThingAt(map, event.point) ??
      (zoneId === null ? areaAt(document, layers(), [lng, lat]) : { type: 'record', id: zoneId })
    );
  };
  map.on('click', (event) => {
    const { lng, lat } = event.lngLat.wrap();
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    handlers().onSelect?.(hitAt(event), [lng, lat], shiftKey || ctrlKey || metaKey);
  });
  // With Shift down the map waits for a box to zoom to; a click without one is told like this alone.
  map.on('boxzoomcancel', ({ originalEvent }) => {
    if (!(originalEvent instanceof MouseEvent)) return;
    const box = map.getCanvas().getBoundingClientRect();
    const [x, y] = [originalEvent.clientX - box.left, originalEvent.clientY - box.top];
    const lngLat = map.unproject([x, y]).wrap();
    const hit = hitAt({ point: map.project(lngLat), lngLat });
    handlers().onSelect?.(hit, [lngLat.lng, lngLat.lat], true);
  });
  map.on('contextmenu', (event) => {
    const tell = handlers().onMenu;
    // One that the keyboard asks for has no place on the map: the window answers it.
    if (!tell || event.originalEvent.button !== 2) return;
    event.preventDefault();
    const { lng, lat } = event.lngLat.wrap();
    const { clientX, clientY } = event.originalEvent;
    tell({
      hit: hitAt(event),
      position: [lng, lat],
      at: [clientX, clientY],
      reach: reachAt(map, event.point, thinReachPx),
    });
  });
  map.on('remove', () => cancelAnimationFrame(frame));
}
