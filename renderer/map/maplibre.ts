import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { setWorkerUrl } from 'maplibre-gl';
// Vite must build the worker as a file of the app: without it sources hang silently.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);

export { addProtocol, Map as MapLibreMap, ScaleControl } from 'maplibre-gl';
