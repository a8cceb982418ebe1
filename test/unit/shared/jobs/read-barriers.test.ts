import { expect, it } from 'vitest';
import { barriersOn } from '#shared/analysis/balance/barriers-on.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { readBarriers } from '#shared/jobs/read-barriers.ts';
import type { Area } from '#shared/model/geometry.ts';
import { at } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { area, box } from '#test/unit/shared/edits/repair/district.ts';

const context = { signal: new AbortController().signal, progress: () => undefined } as never;
const ground = area(box(0, 0, 10, 10)) as Area;

function geoJson(name: string, geometries: object[]) {
  const features = geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return { name, bytes: new TextEncoder().encode(text) };
}

const read = (...files: ReturnType<typeof geoJson>[]) =>
  readBarriers({ files, reference: [ground] }, context);

it('takes lines as they are, of areas the outlines, and no points', async () => {
  const files = await read(
    geoJson('河.geojson', [
      { type: 'LineString', coordinates: [at(1, 1), at(2, 2), at(2, 2), at(3, 2)] },
      { type: 'Point', coordinates: at(5, 5) },
      area(box(4, 4, 6, 6)),
    ]),
    geoJson('铁路.geojson', [
      { type: 'MultiLineString', coordinates: [[at(0, 1), at(9, 1)], [at(0, 2)]] },
    ]),
  );
  expect(files.map(({ name, lines }) => [name, ...lines.map((line) => line.length)])).toEqual([
    ['河.geojson', 3, 5],
    ['铁路.geojson', 2],
  ]);
});

it('says of which file it can make nothing', async () => {
  const points = geoJson('井.geojson', [{ type: 'Point', coordinates: at(5, 5) }]);
  const error: unknown = await read(points).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(FormatError);
  expect(error).toMatchObject({ key: 'divide.barriers.noLines', file: '井.geojson' });
  const broken = { name: '坏.geojson', bytes: new TextEncoder().encode('{"type":') };
  await expect(read(broken)).rejects.toBeInstanceOf(FormatError);
});

//      +-----+
//  ----|--~--|----~        only the stretch that comes near the ground is kept
//      +-----+
it('keeps what comes near the ground', () => {
  const far = [at(-50, 5), at(-30, 5), at(4, 5), at(30, 6), at(60, 6)];
  expect(barriersOn(ground, [far, [at(40, 40), at(50, 50)]])).toEqual([far.slice(1, 4)]);
  const crowd = Array.from({ length: 40_000 }, (_, i) => at((i % 97) / 10, (i % 89) / 10));
  expect(barriersOn(ground, [crowd])).toBeNull();
});
