import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import type { RecordSource } from './record-source.ts';

/** Bases of emergency teams. */
export function teamSource(): RecordSource {
  const feed = new SourceFeed('teams');
  return {
    feed,
    kinds: ['team'],
    update(changes) {
      for (const [id, record] of changes) {
        const geometry =
          record?.kind === 'team'
            ? drawableGeometry({ type: 'Point', coordinates: record.base })
            : null;
        feed.set(
          id,
          geometry && {
            geometry,
            properties: { name: record?.kind === 'team' ? record.name : '' },
          },
        );
      }
    },
  };
}
