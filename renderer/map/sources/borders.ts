import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { OwnedBorders } from '#renderer/map/owned-borders.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { RecordSource } from './record-source.ts';

/** Borders of streets, communities or base units as lines, each drawn once however many areas share it. */
export function borderSource(
  kind: 'street' | 'community' | 'baseUnit',
  sourceId: string,
): RecordSource {
  const feed = new SourceFeed(sourceId);
  const borders = new OwnedBorders();
  /** Takes up an area as it is now; answers those whose lines may have changed. */
  const take = (id: string, record: AnyRecord | null | undefined) =>
    borders.set(
      id,
      record?.kind === kind ? (drawableGeometry(record.geometry) as Area | null) : null,
    );
  const show = (id: string) => {
    const coordinates = borders.linesOf(id);
    const geometry = { type: 'MultiLineString' as const, coordinates };
    feed.set(id, coordinates.length > 0 ? { geometry, properties: {} } : null);
  };
  return {
    feed,
    kinds: [kind],
    *fill(ids, document) {
      for (const id of ids) {
        take(id, document.get(id));
        yield;
      }
      for (const id of ids) {
        show(id);
        yield;
      }
    },
    update(changes) {
      const touched = new Set<string>();
      for (const [id, record] of changes) for (const other of take(id, record)) touched.add(other);
      for (const id of touched) show(id);
    },
  };
}
