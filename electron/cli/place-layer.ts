import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import { layerInWgs84, toWgs84 } from '#shared/formats/import/convert-layer.ts';
import { positionColumns } from '#shared/formats/import/layer-positions.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { cellOf, rowWith } from '#shared/formats/table.ts';
import { parseDegrees } from '#shared/formats/values/degrees.ts';

/**
 * A layer in WGS84. A table whose columns give positions becomes points; the columns stay, so that
 * the original coordinates are kept.
 */
export async function placeLayer(layer: SourceLayer, choice: CrsChoice): Promise<SourceLayer> {
  const columns = layer.rows.some(({ geometry }) => geometry) ? null : positionColumns(layer);
  if (!columns) return layerInWgs84(layer, choice);
  const convert = await toWgs84(choice);
  const rows = layer.rows.map((row): SourceLayer['rows'][number] => {
    const x = parseDegrees(cellOf(row, columns.x));
    const y = parseDegrees(cellOf(row, columns.y));
    if (x === null || y === null) return rowWith(row, { problem: 'noPosition' });
    if (x === 0 && y === 0) return rowWith(row, { problem: 'zeroPosition' });
    const place = convert([x, y]);
    const [longitude = Number.NaN, latitude = Number.NaN] = place;
    const isEarthly = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    if (!isEarthly) return rowWith(row, { problem: 'notOnEarth' });
    return rowWith(row, { geometry: { type: 'Point', coordinates: [longitude, latitude] } });
  });
  return { ...layer, rows };
}
