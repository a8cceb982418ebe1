import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readGeoJson } from '#shared/formats/geojson/read.ts';
import { rightHand } from '#shared/formats/geojson/right-hand.ts';
import { writeGeoJson } from '#shared/formats/geojson/write.ts';
import type { Table } from '#shared/formats/table.ts';

const square: Position[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const back = square.toReversed();

describe('rightHand', () => {
  it('winds outer rings counter-clockwise and holes clockwise', () => {
    // +-------+
    // | +---+ |   outer: counter-clockwise
    // | +---+ |   hole: clockwise
    // +-------+
    for (const outer of [square, back]) {
      for (const hole of [square, back]) {
        expect(rightHand({ type: 'Polygon', coordinates: [outer, hole] })).toEqual({
          type: 'Polygon',
          coordinates: [square, back],
        });
      }
    }
    expect(rightHand({ type: 'MultiPolygon', coordinates: [[back], [square]] })).toEqual({
      type: 'MultiPolygon',
      coordinates: [[square], [square]],
    });
  });

  it('winds rings a step wide, far from where degrees begin', () => {
    const [x, y] = [116.543_957_8, 39.796_478_2];
    const least: Position[] = [
      [x, y],
      [116.543_957_9, y],
      [x, 39.796_478_3],
      [x, y],
    ];
    const turned = { type: 'Polygon' as const, coordinates: [least.toReversed()] };
    expect(rightHand(turned)).toEqual({ type: 'Polygon', coordinates: [least] });
  });

  it('only ever turns rings round', () => {
    const position = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(fc.array(position, { maxLength: 6 })), (rings) => {
        const wound = rightHand({ type: 'Polygon', coordinates: rings });
        const coordinates = wound.type === 'Polygon' ? wound.coordinates : [];
        coordinates.forEach((ring, index) => {
          const original = rings[index] ?? [];
          expect([original, original.toReversed()]).toContainEqual(ring);
        });
        expect(rightHand(wound)).toEqual(wound);
      }),
    );
  });
});

describe('writeGeoJson', () => {
  const table = (layer: string): Table => ({
    layer,
    columns: ['name', 'code'],
    rows: [
      {
        number: 1,
        cells: ['东门', 5],
        geometry: { type: 'Point', coordinates: [1, 2] },
        problem: null,
      },
      { number: 2, cells: ['西门', null], geometry: null, problem: null },
    ],
  });

  it('writes one layer plainly and says what the file says of itself', () => {
    const text = new TextDecoder().decode(writeGeoJson([table('points')], { 审图号: 'GS(2026)1' }));
    expect(JSON.parse(text)).toEqual({
      type: 'FeatureCollection',
      审图号: 'GS(2026)1',
      features: [
        {
          type: 'Feature',
          properties: { name: '东门', code: 5 },
          geometry: { type: 'Point', coordinates: [1, 2] },
        },
        { type: 'Feature', properties: { name: '西门' }, geometry: null },
      ],
    });
  });

  it('is read back layer by layer', () => {
    const tables = [table('points'), table('issues')];
    expect(readGeoJson(writeGeoJson(tables))).toMatchObject(
      tables.map((one) => renumbered(one, tables)),
    );
  });
});

/** Features are counted through the whole file. */
function renumbered(table: Table, tables: Table[]): Table {
  const before = tables.indexOf(table) * table.rows.length;
  return { ...table, rows: table.rows.map((row) => ({ ...row, number: row.number + before })) };
}
