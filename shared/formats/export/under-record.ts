import { parentIdOf } from '#shared/edits/repair/level-parts.ts';
import { boxOf, contains } from '#shared/formats/import/area-overlap.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** What belongs to one record: itself, the areas below it, and what stands on its ground. */
export interface UnderRecord {
  has(record: AnyRecord): boolean;
  /** Whether a position lies on its ground; never for a point, which has none. */
  covers(position: LonLat): boolean;
}

/**
 * What belongs to the record chosen on the map: a street with its communities and their zones, all with the points on
 * their ground; a point alone. Everything where the district is chosen.
 */
export function underRecord(document: DocumentView, id: string): UnderRecord {
  const root = document.get(id);
  const ground = root && 'geometry' in root ? root.geometry : null;
  const area = ground?.type === 'Polygon' || ground?.type === 'MultiPolygon' ? ground : null;
  const [west, south, east, north] = area ? boxOf(area) : [0, 0, 0, 0];
  const covers = (position: LonLat) => {
    if (root?.kind === 'district') return true;
    const [x, y] = position;
    if (!area || x < west || x > east || y < south || y > north) return false;
    return contains(area, position);
  };
  const isBelow = (record: AnyRecord): boolean => {
    const seen = new Set<string>();
    let at: AnyRecord | undefined = record;
    while (at && !seen.has(at.id)) {
      if (at.id === id) return true;
      seen.add(at.id);
      at = document.get(parentIdOf(at) ?? '');
    }
    return false;
  };
  return {
    has: (record) =>
      record.id === id ||
      root?.kind === 'district' ||
      (record.kind === 'point' ? covers(record.position) : isBelow(record)),
    covers,
  };
}
