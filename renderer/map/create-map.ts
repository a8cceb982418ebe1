import type { LayerSpecification } from 'maplibre-gl';
import { prefersReducedMotion } from './camera.ts';
import { mapImage } from './map-images.ts';
import type { Camera } from './map-view-props.ts';
import { MapLibreMap, ScaleControl } from './maplibre.ts';
import { mapStyle } from './style.ts';

/**
 * A MapLibre map with empty sources, our layers and a scale bar.
 * @throws Error when the browser gives no graphics context
 */
export function createMap(
  container: HTMLElement,
  layers: LayerSpecification[],
  options: { interactive: boolean; pixelRatio: number; camera: Camera | null },
): MapLibreMap {
  const { interactive, pixelRatio, camera } = options;
  const still = prefersReducedMotion();
  const map = new MapLibreMap({
    container,
    style: mapStyle(layers, still),
    interactive,
    attributionControl: false,
    pixelRatio,
    fadeDuration: still ? 0 : 120,
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
  map.setMissingStyleImageResolver((id) => {
    const image = mapImage(id);
    if (image && !map.hasImage(id)) map.addImage(id, image.data, { pixelRatio: image.pixelRatio });
  });
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left');
  map.on('error', (event) => console.error('map:', event.error));
  return map;
}
