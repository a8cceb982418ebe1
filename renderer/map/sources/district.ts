import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import type { RecordSource } from './record-source.ts';

/** The official outline. */
export function districtSource(): RecordSource {
  const feed = new SourceFeed('district');
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
