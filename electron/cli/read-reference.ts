import type { i18n } from 'i18next';
import type { MultiPolygon, Polygon } from 'geojson';
import { declaredChoice, layerInWgs84 } from '#shared/formats/import/convert-layer.ts';
import { BadInput } from './bad-input.ts';
import { readLayers } from './read-layers.ts';

/** Areas of a file, in WGS84, to hold other layers against. @throws BadInput when it has none */
export async function readReference(
  file: string | undefined,
  translator: i18n,
): Promise<(Polygon | MultiPolygon)[]> {
  if (file === undefined) return [];
  const areas: (Polygon | MultiPolygon)[] = [];
  for (const { result } of await readLayers([file], undefined, translator)) {
    for (const layer of result.layers) {
      const { rows } = await layerInWgs84(layer, declaredChoice(layer));
      for (const { geometry } of rows) {
        if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') areas.push(geometry);
      }
    }
  }
  if (areas.length === 0) throw new BadInput('emptyBoundary', { file });
  return areas;
}
