import type { Feature } from 'geojson';
import { recordPlace } from '#renderer/map/record-place.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

/** Places as ground without anybody, with their kind as `part`; those without a place are left out. */
export function uncoveredFeatures(
  document: DocumentView,
  ids: readonly string[],
): [id: string, feature: Omit<Feature, 'type'>][] {
  return ids.flatMap((id) => {
    const record = document.get(id);
    const geometry = recordPlace(record);
    if (!record || !geometry) return [];
    return [
      [id, { geometry, properties: { part: record.kind } }] as [string, Omit<Feature, 'type'>],
    ];
  });
}
