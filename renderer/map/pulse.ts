import type { Map as MapLibreMap } from 'maplibre-gl';
import { prefersReducedMotion } from './camera.ts';

const pulseMs = 900;
const restRadius = 14;
const reachRadius = 44;

/**
 * One ring that widens and fades around the active finding once the camera has arrived; then the
 * ring stands still. Without motion it only stands.
 * @returns a function that ends the pulse at once
 */
export function pulse(map: MapLibreMap): () => void {
  let frame = 0;
  let ended = false;
  const draw = (radius: number, strength: number) => {
    if (!map.getLayer('active-pulse')) return;
    map.setPaintProperty('active-pulse', 'circle-radius', radius, { validate: false });
    map.setPaintProperty('active-pulse', 'circle-stroke-opacity', strength, { validate: false });
  };
  const end = () => {
    if (ended) return;
    ended = true;
    cancelAnimationFrame(frame);
    map.off('moveend', start);
    draw(restRadius, 1);
  };
  const start = () => {
    map.off('moveend', start);
    const begin = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, (now - begin) / pulseMs);
      if (share === 1) {
        end();
        return;
      }
      const eased = 1 - (1 - share) ** 3;
      draw(restRadius + (reachRadius - restRadius) * eased, 1 - share);
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };
  draw(restRadius, 1);
  if (prefersReducedMotion()) return () => {};
  if (map.isMoving()) map.on('moveend', start);
  else start();
  return end;
}
