import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { OwnedBorders } from '#renderer/map/owned-borders.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { RecordSource } from './record-source.ts';

/** Borders of streets or communities as lines, each drawn once however many areas share it. */
export function borderSource(kind: 'street' | 'community', sourceId: string): RecordSource {
  const feed = new SourceFeed(sourceId);
  const borders = new OwnedBorders();
  return {
    feed,
    kinds: [kind],
    update(changes) {
      const touched = new Set<string>();
      for (const [id, record] of changes) {
        const area =
          record?.kind === kind ? (drawableGeometry(record.geometry) as Area | null) : null;
        for (const other of borders.set(id, area)) touched.add(other);
      }
      for (const id of touched) {
        const coordinates = borders.linesOf(id);
        feed.set(
          id,
          coordinates.length > 0
            ? { geometry: { type: 'MultiLineString', coordinates }, properties: {} }
            : null,
        );
      }
    },
  };
}
