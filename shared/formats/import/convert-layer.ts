import type { Position } from 'geojson';
import { FormatError } from '#shared/formats/format-error.ts';
import { hasGeometries } from '#shared/formats/mapping/describe-table.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { rowWith } from '#shared/formats/table.ts';
import { crsConverter } from '#shared/geo/crs/converter.ts';
import { mapPositions } from '#shared/geo/map-positions.ts';
import type { CrsChoice } from './crs-choice.ts';
import { pointOf } from './original-place.ts';

/** What a file says about a layer, taken at its word; WGS84 when it says nothing that we know. */
export function declaredChoice(layer: SourceLayer): CrsChoice {
  return { crs: layer.crs?.id ?? 'EPSG:4326', swapped: false };
}

/**
 * Conversion of a file's positions to [longitude, latitude] in WGS84.
 * @throws FormatError when the system is none that we know
 */
export async function toWgs84({ crs, swapped }: CrsChoice): Promise<(at: Position) => Position> {
  const converter = await crsConverter(crs);
  if (!converter) throw new FormatError('format.badCrs', { crs: crs.slice(0, 80) });
  if (!swapped) return converter.toWgs84;
  return ([x = Number.NaN, y = Number.NaN]) => converter.toWgs84([y, x]);
}

/**
 * A layer with its geometries in WGS84; what has no place on earth becomes a row with a problem.
 * The layer itself stays as it is.
 * @throws FormatError when the system is none that we know
 */
export async function layerInWgs84(layer: SourceLayer, choice: CrsChoice): Promise<SourceLayer> {
  const isSame = ['EPSG:4326', 'EPSG:4490'].includes(choice.crs) && !choice.swapped;
  if (isSame || !hasGeometries(layer)) return layer;
  const convert = await toWgs84(choice);
  const rows = layer.rows.map((row) => {
    if (!row.geometry) return row;
    let isEarthly = true;
    const geometry = mapPositions(row.geometry, (position) => {
      const place = convert(position);
      const [x = Number.NaN, y = Number.NaN] = place;
      if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) isEarthly = false;
      return place;
    });
    if (!isEarthly) return rowWith(row, { geometry: null, problem: 'notOnEarth' });
    const original = pointOf(row.geometry);
    return rowWith(row, original ? { geometry, original } : { geometry });
  });
  return { ...layer, rows };
}
