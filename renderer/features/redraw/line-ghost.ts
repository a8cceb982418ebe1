import type { Ghost } from '#renderer/map/tools/ghost.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** A line that a tool shows. */
export function lineGhost(part: Ghost['part'], line: readonly LonLat[]): Ghost {
  const coordinates = line.map((at) => [...at]);
  return { part, geometry: { type: 'LineString', coordinates } };
}

/** A corner or place that a tool shows. */
export function pointGhost(part: Ghost['part'], at: LonLat): Ghost {
  return { part, geometry: { type: 'Point', coordinates: [...at] } };
}
