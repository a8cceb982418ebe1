import type { Geometry } from 'geojson';
import type { AnyRecord } from '#shared/model/record.ts';
import { drawableGeometry } from './drawable-geometry.ts';
import { drawableGround } from './sources/zones.ts';

/** Where a record stands on the map; null for records without a place. */
export function recordPlace(record: AnyRecord | undefined): Geometry | null {
  switch (record?.kind) {
    case 'district':
    case 'street':
    case 'community':
    case 'exception':
    case 'border':
    case 'baseUnit':
      return drawableGeometry(record.geometry);
    case 'zone':
      return drawableGround(record);
    case 'point':
      return drawableGeometry({ type: 'Point', coordinates: record.position });
    case 'team':
      return drawableGeometry({ type: 'Point', coordinates: record.base });
    default:
      return null;
  }
}
