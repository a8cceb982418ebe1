import type { Map as MapLibreMap } from 'maplibre-gl';

/** After a driver crash browsers refuse new contexts for a while; how often to ask again. */
const retryMs = 5000;
/** How long the browser may take to give a lost context back before the map is made anew. */
const patienceMs = 2000;

/**
 * Watches for the loss of the graphics context (a driver reset, a sleeping laptop, a wall after days)
 * and asks for a new map once the context is back or has not come back in time.
 * @returns a function that ends the watch
 */
export function watchContext(map: MapLibreMap, renew: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const canvas = map.getCanvas();
  const lost = () => {
    timer ??= setTimeout(renew, patienceMs);
  };
  const restored = () => {
    clearTimeout(timer);
    // After the map's own handlers, which still use the old state.
    timer = setTimeout(renew, 0);
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', restored);
  return () => {
    clearTimeout(timer);
    canvas.removeEventListener('webglcontextlost', lost);
    canvas.removeEventListener('webglcontextrestored', restored);
  };
}

/**
 * Makes a map now or, when the browser grants no graphics context, as soon as it does.
 * @param make throws when there is no context
 * @param tell told after each attempt whether it failed
 * @returns a function that ends the attempts
 */
export function untilMade(make: () => void, tell: (failed: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = () => {
    try {
      make();
      tell(false);
    } catch (error) {
      console.error('map:', error);
      timer = setTimeout(attempt, retryMs);
      tell(true);
    }
  };
  attempt();
  return () => clearTimeout(timer);
}
