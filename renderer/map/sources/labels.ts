import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { labelPlace } from '#renderer/map/label-place.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { RecordSource } from './record-source.ts';
import { drawableGround } from './zones.ts';

function areaOf(record: AnyRecord): Area | null {
  if (record.kind === 'zone') return drawableGround(record);
  if (
    record.kind === 'district' ||
    record.kind === 'street' ||
    record.kind === 'community' ||
    record.kind === 'exception'
  ) {
    return drawableGeometry(record.geometry) as Area | null;
  }
  return null;
}

/** Names of areas, each at the place in the area where it has most room. */
export function labelSource(): RecordSource {
  const feed = new SourceFeed('labels');
  return {
    feed,
    kinds: ['district', 'street', 'community', 'zone', 'exception'],
    update(changes) {
      for (const [id, record] of changes) {
        const area = record && areaOf(record);
        const place = area && labelPlace(area);
        feed.set(
          id,
          place && record && 'name' in record
            ? {
                geometry: { type: 'Point', coordinates: place },
                properties: { rank: record.kind, name: record.name },
              }
            : null,
        );
      }
    },
  };
}
