import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { readFiles, refusal } from '#test/unit/shared/formats/read-fixture.ts';

/** A drawing of some things, each as its codes and values one after another. */
function drawing(things: readonly string[], blocks: readonly string[] = [], head = '') {
  const section = (name: string, parts: readonly string[]) =>
    ['0 SECTION', `2 ${name}`, ...parts, '0 ENDSEC'].join(' ');
  const text = [head, section('BLOCKS', blocks), section('ENTITIES', things), '0 EOF'];
  return text.join(' ').trim().replaceAll(' ', '\r\n');
}

async function geometriesOf(...things: string[]): Promise<(Geometry | null)[]> {
  const bytes = new TextEncoder().encode(drawing(things));
  const [layer] = await readFiles([{ name: 'plan.dxf', bytes }]);
  return layer?.rows.map(({ geometry }) => geometry) ?? [];
}

/** Area on the plane by the shoelace formula, holes taken off. */
function planeArea(geometry: Geometry | null | undefined): number {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return Number.NaN;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const ringArea = (ring: number[][]) =>
    Math.abs(
      ring.reduce((sum, [x = 0, y = 0], i) => {
        const [nx = 0, ny = 0] = ring[(i + 1) % ring.length] ?? [];
        return sum + x * ny - nx * y;
      }, 0) / 2,
    );
  return polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + ringArea(outer) - holes.reduce((held, hole) => held + ringArea(hole), 0),
    0,
  );
}

const square = (x: number, size: number) =>
  `93 4 10 ${x} 20 ${x} 10 ${x + size} 20 ${x} 10 ${x + size} 20 ${x + size} 10 ${x} 20 ${x + size}`;
const hatch = (paths: number) =>
  `0 HATCH 8 a 10 0 20 0 30 0 210 0 220 0 230 1 2 SOLID 70 1 71 0 91 ${paths}`;

describe('filled ground of drawings', () => {
  it('is read with its holes and islands, whichever way its rings run', async () => {
    const [filled] = await geometriesOf(
      [
        hatch(3),
        `92 7 72 0 73 1 ${square(0, 100)} 97 0`,
        `92 2 72 0 73 1 ${square(20, 50)} 97 0`,
        `92 2 72 0 73 1 ${square(30, 10)} 97 0`,
        '75 0 76 1 98 1 10 5 20 5',
      ].join(' '),
    );
    expect(filled?.type).toBe('MultiPolygon');
    expect(planeArea(filled)).toBeCloseTo(10_000 - 2500 + 100, 6);
  });

  it('is joined from lines and arcs, drawn in either direction', async () => {
    const edges = [
      '72 1 10 200 20 200 11 300 21 200',
      // Against the way of the others.
      '72 1 10 300 20 300 11 300 21 200',
      '72 2 10 250 20 300 40 50 50 0 51 180 73 1',
      '72 1 10 200 20 300 11 200 21 200',
    ];
    const [filled] = await geometriesOf(`${hatch(1)} 92 1 93 4 ${edges.join(' ')} 97 0 75 0`);
    expect(planeArea(filled) / (10_000 + (Math.PI * 2500) / 2)).toBeCloseTo(1, 3);
  });

  it('has arcs that run clockwise as seen in a mirror', async () => {
    const edges = ['72 2 10 0 20 0 40 10 50 180 51 360 73 0', '72 1 10 10 20 0 11 -10 21 0'];
    const [filled] = await geometriesOf(`${hatch(1)} 92 1 93 2 ${edges.join(' ')} 97 0`);
    expect(planeArea(filled) / (50 * Math.PI)).toBeCloseTo(1, 2);
    const north = filled?.type === 'Polygon' ? filled.coordinates.flat().map(([, y = 0]) => y) : [];
    expect(Math.max(...north)).toBeCloseTo(10, 1);
    expect(Math.min(...north)).toBeCloseTo(0, 6);
  });

  it('may be a triangle or a square of corners', async () => {
    const corners = '10 0 20 0 11 10 21 0 12 0 22 10 13 10 23 10';
    const [solid, face] = await geometriesOf(
      `0 SOLID 8 a ${corners}`,
      '0 3DFACE 8 a 10 0 20 0 11 10 21 0 12 10 22 10 13 10 23 10',
    );
    expect(planeArea(solid)).toBeCloseTo(100, 9);
    expect(planeArea(face)).toBeCloseTo(50, 9);
  });

  it('is damaged where its counts are, without more being made than stands there', async () => {
    const shapes = await geometriesOf(
      '0 POINT 8 a 10 1 20 1',
      `${hatch(4_000_000_000)} 92 2 72 1 73 1 93 4000000000 10 1 20 1`,
      `${hatch(1)} 92 1 93 2 72 4 94 3 73 0 74 0 95 4000000000 96 4000000000 40 0`,
    );
    expect(shapes).toEqual([{ type: 'Point', coordinates: [1, 1] }, null, null]);
  });
});

describe('curves of drawings', () => {
  it('run through their first and last points, straight where their points are', async () => {
    const [curve, closed] = await geometriesOf(
      '0 SPLINE 8 a 70 8 71 3 72 8 73 4 74 0 40 0 40 0 40 0 40 0 40 1 40 1 40 1 40 1 10 0 20 0 10 1 20 1 10 2 20 2 10 3 20 3',
      '0 SPLINE 8 a 70 1 71 3 72 0 73 0 74 4 11 0 21 0 11 10 21 0 11 10 21 10 11 0 21 10',
    );
    if (curve?.type !== 'LineString') throw new Error('no line');
    expect(curve.coordinates[0]).toEqual([0, 0]);
    expect(curve.coordinates.at(-1)).toEqual([3, 3]);
    for (const [x = 0, y = 0] of curve.coordinates) expect(y).toBeCloseTo(x, 9);
    expect(closed?.type).toBe('Polygon');
    expect(planeArea(closed)).toBeGreaterThan(100);
  });
});

describe('blocks', () => {
  it('that are not in the drawing are counted, not passed over', async () => {
    const bytes = new TextEncoder().encode(
      drawing(['0 POINT 8 a 10 1 20 1', '0 INSERT 8 a 2 elsewhere 10 0 20 0']),
    );
    const [layer] = await readFiles([{ name: 'plan.dxf', bytes }]);
    expect(layer?.problems).toEqual([{ key: 'dxfLeft', params: { kinds: 'INSERT 1' } }]);
  });

  it('are refused, not cut short, when rows and columns make too many of them', async () => {
    const text = drawing(
      ['0 INSERT 8 a 2 B 10 0 20 0 70 30000 71 30000 44 1 45 1'],
      ['0 BLOCK 2 B 10 0 20 0', '0 POINT 8 a 10 1 20 2', '0 ENDBLK'],
    );
    const run = () => readFiles([{ name: 'plan.dxf', bytes: new TextEncoder().encode(text) }]);
    expect(await refusal(run)).toBeInstanceOf(FormatError);
    expect((await refusal(run)).key).toBe('format.dxf.tooManyBlocks');
  });
});

describe('texts of drawings', () => {
  it('are GBK where they plainly are, whatever the drawing calls its code page', async () => {
    const head = '0 SECTION 2 HEADER 9 $ACADVER 1 AC1015 9 $DWGCODEPAGE 3 ANSI_1252 0 ENDSEC';
    const text = drawing(['0 TEXT 8 a 10 1 20 1 1 @@'], [], head);
    // 学院路 in GBK.
    const name = [0xd1, 0xa7, 0xd4, 0xba, 0xc2, 0xb7];
    const bytes = Uint8Array.from(
      text
        .split('@@')
        .flatMap((part, i) => [
          ...(i === 0 ? [] : name),
          ...Array.from(part, (sign) => sign.charCodeAt(0)),
        ]),
    );
    const [layer] = await readFiles([{ name: 'plan.dxf', bytes }]);
    expect(layer?.rows[0]?.cells).toContain('学院路');
    const latin = Uint8Array.from(
      Array.from(text.replace('@@', 'Caf\u00e9_\u00c4'), (sign) => sign.charCodeAt(0)),
    );
    const [other] = await readFiles([{ name: 'plan.dxf', bytes: latin }]);
    expect(other?.rows[0]?.cells).toContain('Café_Ä');
  });
});
