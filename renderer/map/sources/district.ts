import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import type { RecordSource } from './record-source.ts';

/** The official outline, exact or (`district-soft`) for the band around it. */
export function districtSource(sourceId: 'district' | 'district-soft'): RecordSource {
  const feed = new SourceFeed(sourceId);
  return {
    feed,
    kinds: ['district'],
    update(changes) {
      for (const [id, record] of changes) {
        const geometry = record?.kind === 'district' ? drawableGeometry(record.geometry) : null;
        feed.set(id, geometry && { geometry, properties: {} });
      }
    },
  };
}
