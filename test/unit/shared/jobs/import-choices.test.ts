import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originalKeys } from '#shared/formats/import/original-place.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { crsConverter } from '#shared/geo/crs/converter.ts';
import { proposeMapping } from '#shared/formats/mapping/propose-mapping.ts';
import { parseImport } from '#shared/jobs/parse-import.ts';
import { planImportJob } from '#shared/jobs/plan-import.ts';
import { encodeText } from '#shared/formats/text/encode-text.ts';
import type { DuplicateChoice } from '#shared/formats/import/plan.ts';
import type { AnyRecord, RecordOf } from '#shared/model/record.ts';
import { box, projectRecord } from '#test/unit/shared/formats/import/import-fixtures.ts';

const context = { signal: new AbortController().signal, progress: () => {} };
const file = (name: string, text: string, encoding: 'utf-8' | 'gb18030' = 'utf-8') => ({
  name,
  bytes: encodeText(text, encoding).bytes,
});

/** A strip of ground some 900 m wide: what is off by a GCJ shift of 500 m falls out of it in part. */
const reference = [box(116.3, 39.8, 116.31, 40.1)];

async function gcjRows(count: number): Promise<string> {
  const converter = await crsConverter('GCJ-02');
  return Array.from({ length: count }, (_, i) => {
    const place = converter?.fromWgs84([116.3005 + (i % 10) * 0.001, 39.81 + i * 0.005]) ?? [];
    return `点${i},P${i},${place.map((value) => value.toFixed(7)).join(',')}`;
  }).join('\n');
}

async function planned(
  text: string,
  records: AnyRecord[],
  options: { crs?: string; duplicates?: DuplicateChoice } = {},
) {
  const source = file('a.csv', text);
  const { tables } = await parseImport({ ...source, reference }, context);
  const system = options.crs ? { crs: options.crs, swapped: false } : (tables[0]?.system ?? null);
  return planImportJob(
    {
      files: [
        {
          ...source,
          mappings: [
            {
              target: 'point',
              columns: { name: '名称', code: '编码', longitude: '经度', latitude: '纬度' },
              swapped: false,
              addUnknown: true,
              fallback: '学校',
            },
          ],
          systems: [system],
        },
      ],
      records,
      today: '2026-03-04',
      ...(options.duplicates ? { duplicates: options.duplicates } : {}),
    },
    context,
  );
}

const points = (records: readonly AnyRecord[]) =>
  records.filter((record): record is RecordOf<'point'> => record.kind === 'point');

describe('a file on its way in', () => {
  it('is shown with its encoding, texts to judge it by, and the system that the ground speaks for', async () => {
    const text = `名称,编码,经度,纬度\n${await gcjRows(50)}`;
    const { formatId, tables } = await parseImport(
      { ...file('点位.csv', text, 'gb18030'), reference },
      context,
    );
    expect(formatId).toBe('csv');
    const [table] = tables;
    expect(table?.encoding).toEqual({ encoding: 'gb18030', from: 'bytes' });
    expect(table?.texts).toContain('点0');
    expect(table?.system).toEqual({ crs: 'GCJ-02', swapped: false });
    expect(table?.guesses[0]?.evidence).toContainEqual(
      expect.objectContaining({ key: 'only', params: expect.objectContaining({ share: 100 }) }),
    );
  });

  it('waits for a word where metres fit several systems, and is taken at its own word', async () => {
    const metres = 'WKT\n"POINT(437000 4420000)"\n"POINT(438000 4421000)"\n';
    const open = await parseImport(file('a.csv', metres), context);
    expect(open.tables[0]?.system).toBeNull();
    expect(open.tables[0]?.guessCount).toBeGreaterThan(1);
    expect(open.tables[0]?.sketch.dots).toEqual([
      [437000, 4420000],
      [438000, 4421000],
    ]);
  });

  it('is seen to have its coordinates the wrong way round, or in metres, and comes in at its place', async () => {
    const geometry = { type: 'Point', coordinates: [39.9, 116.1] };
    const feature = { type: 'Feature', properties: { 名称: '甲' }, geometry };
    const sheet = file('a.csv', '名称,X,Y\n甲,39.9,116.1\n乙,39.8,116.2');
    const shapes = file(
      'a.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
    );
    for (const [source, places] of [
      [
        sheet,
        [
          [116.1, 39.9],
          [116.2, 39.8],
        ],
      ],
      [shapes, [[116.1, 39.9]]],
    ] as const) {
      const { tables } = await parseImport(source, context);
      const [table] = tables;
      expect(table?.system, source.name).toEqual({ crs: 'EPSG:4326', swapped: true });
      const mapping = table && proposeMapping(table, 'point', '学校');
      const input = {
        files: [{ ...source, mappings: [mapping ?? null], systems: [table?.system ?? null] }],
      };
      const done = await planImportJob(
        { ...input, records: [projectRecord()], today: '2026-03-04' },
        context,
      );
      expect(points(done.records).map(({ position }) => position)).toEqual(places);
    }
    const metres = await parseImport(file('m.csv', 'WKT\n"POINT(500000 4400000)"\n'), context);
    expect(metres.tables[0]?.guesses[0]).toMatchObject({ swapped: false });
    expect(metres.tables[0]?.guesses.map(({ crs }) => crs)).not.toContain('EPSG:4326');
  });

  it('keeps the numbers and the system of the file with a point, until its place is given anew', async () => {
    const text = `名称,编码,经度,纬度\n${await gcjRows(20)}`;
    const first = await planned(text, [projectRecord()]);
    const [point] = points(first.records);
    const row = text.split('\n')[1]?.split(',') ?? [];
    expect(point?.attributes).toEqual({
      [originalKeys.system]: 'GCJ-02',
      [originalKeys.position]: `${Number(row[2])}, ${Number(row[3])}`,
    });
    const all = [projectRecord(), ...first.records];
    const again = await planned(text, all);
    expect(again).toMatchObject({ records: [], unchanged: 20, duplicates: [] });
    const moved = await planned('名称,编码,经度,纬度\n点0,P0,116.305,39.9', all, {
      crs: 'EPSG:4326',
    });
    expect(points(moved.records)[0]?.attributes).toEqual({});
  });

  it('leads back from the ground to the numbers of the file within a step of the grid', async () => {
    for (const id of ['GCJ-02', 'BD-09', 'EPSG:4548', 'EPSG:3857']) {
      const converter = await crsConverter(id);
      if (!converter) throw new Error(id);
      fc.assert(
        fc.property(
          fc.double({ min: 114, max: 120, noNaN: true }),
          fc.double({ min: 30, max: 45, noNaN: true }),
          (x, y) => {
            const original = converter.fromWgs84([x, y]);
            const [lon = 0, lat = 0] = converter.toWgs84(original);
            const back = converter.fromWgs84([snapDegrees(lon), snapDegrees(lat)]);
            const step = id.startsWith('EPSG') ? 0.02 : 2e-7;
            for (const i of [0, 1]) {
              expect(Math.abs((back[i] ?? 0) - (original[i] ?? 0))).toBeLessThan(step);
            }
          },
        ),
        { numRuns: 50 },
      );
    }
  });
});

describe('rows with the key of another', () => {
  const list = '名称,编码,经度,纬度,备用\n甲,P1,116.301,39.9,\n乙,P2,116.302,39.9,\n';
  const project = [projectRecord()];
  const known = async () => [...project, ...(await planned(list, project)).records];
  const corrected =
    '名称,编码,经度,纬度,备用\n甲改,P1,116.301,39.9,x\n丙,P3,116.303,39.9,\n丙二,P3,116.303,39.9,y\n';

  it('bring records up to date; a second row goes back with the number of the first', async () => {
    const plan = await planned(corrected, await known());
    expect(plan.updated).toEqual({ point: 1 });
    expect(plan.added).toEqual({ point: 1 });
    expect(plan.rejected).toMatchObject([{ row: 4, reason: 'duplicate', params: { row: 3 } }]);
    expect(plan.duplicates).toMatchObject([
      { row: 2, key: 'P1', of: 'known' },
      { row: 4, key: 'P3', of: 'repeated', earlier: 3 },
    ]);
  });

  it('leave records alone and are merged among themselves when the user wants it so', async () => {
    const plan = await planned(corrected, await known(), {
      duplicates: { known: 'skip', repeated: 'merge' },
    });
    expect(plan).toMatchObject({ skipped: 1, updated: {}, added: { point: 1 }, rejected: [] });
    expect(points(plan.records)).toMatchObject([{ name: '丙二', attributes: { 备用: 'y' } }]);
  });
});
