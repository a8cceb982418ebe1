import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import type { RecordSource } from './record-source.ts';

/** Ground that nobody needs to answer for. */
export function exceptionSource(): RecordSource {
  const feed = new SourceFeed('exceptions');
  return {
    feed,
    kinds: ['exception'],
    update(changes) {
      for (const [id, record] of changes) {
        const geometry = record?.kind === 'exception' ? drawableGeometry(record.geometry) : null;
        feed.set(id, geometry && { geometry, properties: {} });
      }
    },
  };
}
