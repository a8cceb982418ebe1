import type { Geometry } from 'geojson';
import type { TableRow } from '#shared/formats/table.ts';
import type { Zone } from '#shared/model/zone.ts';
import { RowRefused } from './plan.ts';
import type { RowReader } from './row-reader.ts';

/** Width and radius in metres taken when a line or site comes without one. */
const defaultWidthM = 20;
const defaultRadiusM = 50;

/** Not yet checked against the schema of zones. */
interface Shaped {
  shape: Zone['shape'];
  geometry: Geometry;
  widthM?: number;
  radiusM?: number | null;
}

const siteWords = /^(site|点|点状|点位)$/i;

/**
 * 块, 条 or 点 of a zone's row: lines are 条, points are 点, areas are 块 unless the row calls them 点.
 * @throws RowRefused for a geometry that no zone can have.
 */
export function zoneShape(row: TableRow, reader: RowReader, geometry: Geometry): Shaped {
  switch (geometry.type) {
    case 'LineString':
    case 'MultiLineString':
      return { shape: 'strip', geometry, widthM: reader.number(row, 'widthM') ?? defaultWidthM };
    case 'Point':
      return { shape: 'site', geometry, radiusM: reader.number(row, 'radiusM') ?? defaultRadiusM };
    case 'Polygon':
    case 'MultiPolygon':
      return siteWords.test(reader.text(row, 'shape'))
        ? { shape: 'site', geometry, radiusM: null }
        : { shape: 'block', geometry };
    default:
      throw new RowRefused('notZone', { type: geometry.type });
  }
}
