import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { layerPositions } from '#shared/formats/import/layer-positions.ts';
import { guessLayerCrs } from '#shared/formats/import/guess-layer-crs.ts';
import { statedSystem } from '#shared/formats/sheet/stated-system.ts';
import type { Table } from '#shared/formats/table.ts';
import { lossesOf, writeLayers } from '#shared/formats/write-registry.ts';
import { crsConverter } from '#shared/geo/crs/converter.ts';
import { readFiles } from '#test/unit/shared/formats/read-fixture.ts';

const ring = [
  [116.3, 39.9],
  [116.4, 39.9],
  [116.4, 40],
  [116.3, 39.9],
];
const point: Geometry = { type: 'Point', coordinates: [116.3, 39.9] };
/** A list that has columns of positions already, as they came from a phone. */
const tableOf = (geometry: Geometry): Table => ({
  layer: '',
  columns: ['名称', '经度', '纬度'],
  rows: [{ number: 1, cells: ['甲', 1, 2], geometry, problem: null }],
});

describe('the system that the headings of a sheet state', () => {
  it.each(['csv', 'xlsx'] as const)('is that of its positions (%s)', async (format) => {
    for (const geometry of [point, { type: 'Polygon', coordinates: [ring] } as Geometry]) {
      for (const crs of ['EPSG:4326', 'EPSG:4490', 'GCJ-02', 'BD-09', 'EPSG:4527']) {
        const options = { crs, encoding: 'utf-8' as const, members: {} };
        const [layer] = await readFiles(
          await writeLayers(format, [tableOf(geometry)], options, 'a'),
        );
        if (!layer) throw new Error('no layer');
        expect(layer.crs?.id).toBe(crs);
        const [best] = await guessLayerCrs(layer, 'a', []);
        expect([best?.crs, best?.trust]).toEqual([crs, 'sure']);
        const [x = 0, y = 0] = layerPositions(layer)[0] ?? [];
        const back = (await crsConverter(crs))?.toWgs84([x, y]) ?? [x, y];
        expect(back[0]).toBeCloseTo(116.3, 7);
        expect(back[1]).toBeCloseTo(39.9, 7);
      }
    }
  });

  it('tells the row of headings, whatever stands in it and below', async () => {
    const table = tableOf(point);
    const odd = { ...table, columns: ['2023', '甲 1', '5'] };
    const [row] = table.rows;
    if (!row) throw new Error('no row');
    const rows = [row, { ...row, number: 2, cells: ['名称', '编号', '地址'] }];
    for (const format of ['csv', 'xlsx'] as const) {
      const options = { crs: 'BD-09', encoding: 'utf-8' as const, members: {} };
      expect(await lossesOf(format, [{ ...odd, rows }], options)).not.toContainEqual(
        expect.objectContaining({ key: 'headingsUnclear' }),
      );
      const files = await writeLayers(format, [{ ...odd, rows }], options, 'a');
      const [layer] = await readFiles(files);
      expect(layer?.columns.slice(0, 3)).toEqual(odd.columns);
      expect(layer?.rows).toHaveLength(2);
    }
  });

  it('is none where the headings are not ours', () => {
    for (const heading of ['经度', 'GCJ02经度', '经度（度）', 'WKT', '长度（WGS84）']) {
      expect(statedSystem(heading)).toBeNull();
    }
  });
});
