import { differentVertices, ringedZone } from '#shared/edits/vertices.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/**
 * The vertex of a zone after (1) or before (-1) another one, where keys go from vertex to vertex; the
 * first when there is no other. Null for a zone without vertices.
 */
export function vertexStops(
  document: DocumentView,
  zoneId: string | null,
  from: LonLat | null,
  by: 1 | -1,
): LonLat | null {
  const zone = ringedZone(document, zoneId);
  const stops = zone ? differentVertices(zone) : [];
  const at = from ? stops.findIndex(([x, y]) => x === from[0] && y === from[1]) : -1;
  const next = at === -1 ? (by === 1 ? 0 : stops.length - 1) : at + by;
  return stops.at(next % stops.length) ?? null;
}
