import { contains } from '#shared/formats/import/area-overlap.ts';
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
  const ground =
    root && 'geometry' in root && root.geometry.type.endsWith('Polygon') ? root.geometry : null;
  const covers = (position: LonLat) =>
    root?.kind === 'district' ||
    ((ground?.type === 'Polygon' || ground?.type === 'MultiPolygon') && contains(ground, position));
  const isBelow = (record: AnyRecord): boolean => {
    const seen = new Set<string>();
    let at: AnyRecord | undefined = record;
    while (at && !seen.has(at.id)) {
      if (at.id === id) return true;
      seen.add(at.id);
      const above: string | null =
        at.kind === 'zone'
          ? at.parentId
          : at.kind === 'community'
            ? at.streetId
            : at.kind === 'street'
              ? at.districtId
              : null;
      at = above === null ? undefined : document.get(above);
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
