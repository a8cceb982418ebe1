import { bbox } from '@turf/turf';
import type { Bounds } from '#renderer/map/map-view-props.ts';
import type { Document } from '#shared/edits/document.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

/** Where a record lies: its bounds, its position, or the place of what it belongs to. */
export function placeOf(
  document: Document,
  id: string,
): { bounds?: Bounds; position?: LonLat } | undefined {
  const record = document.get(id);
  switch (record?.kind) {
    case 'point':
      return { position: record.position };
    case 'team':
      return { position: record.base };
    case 'zone': {
      const ground = zoneGround(record);
      return ground ? { bounds: bbox(ground) as Bounds } : undefined;
    }
    case 'district':
    case 'street':
    case 'community':
    case 'exception':
    case 'border':
    case 'baseUnit':
      return { bounds: bbox(record.geometry) as Bounds };
    case 'person': {
      const post = document.all('post').find((held) => held.personId === id);
      return post ? placeOf(document, post.targetId) : undefined;
    }
    default:
      return undefined;
  }
}
