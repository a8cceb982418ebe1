/** The least a page with a map can be: no data, no panels; it tells where the pointer is. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);
const map = new MapLibreMap({
  container: 'map',
  style: {
    version: 8,
    sources: {},
    layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#dde' } }],
  },
  center: [116.3, 39.95],
  zoom: 10,
});
const pointer = document.querySelector('footer') as HTMLElement;
map.on('mousemove', ({ lngLat }) => {
  pointer.textContent = `${lngLat.lng.toFixed(5)}, ${lngLat.lat.toFixed(5)}`;
});
