import { describe, expect, it } from 'vitest';
import { readCoordinates } from '#shared/formats/kml/placemark.ts';
import { readText, refusal } from '../read-fixture.ts';

const ring = (x: number, size: number) =>
  `<LinearRing><coordinates>${x},${x} ${x + size},${x} ${x + size},${x + size} ${x},${x}</coordinates></LinearRing>`;
const place = (geometry: string, name = '甲') =>
  `<kml xmlns:gx="g"><Placemark><name>${name}</name>${geometry}</Placemark></kml>`;
const point = (x: number) => `<Point><coordinates>${x},2</coordinates></Point>`;
const rowOf = async (text: string) => (await readText('a.kml', text))[0]?.rows[0];

describe('KML as programs and people write it', () => {
  it('may have ampersands as they are, which the user wrote so', async () => {
    const address = 'http://x.cn/?a=1&b=2';
    const row = await rowOf(place(`<description>${address}</description>${point(1)}`, 'A & B'));
    expect(row?.cells).toEqual(['A & B', address]);
    const escaped = await rowOf(place(point(1), 'A &amp; &#x4e1c; <![CDATA[& &amp; ]]>&'));
    expect(escaped?.cells).toEqual(['A & 东 & &amp; &']);
  });

  it('is refused at the line of a reference that nobody knows', async () => {
    const text = `\n\n<kml>\n<Placemark><name>A&nbsp;B</name>${point(1)}</Placemark>\n</kml>`;
    const { key, params } = await refusal(() => readText('a.kml', text));
    expect([key, params['line']]).toEqual(['format.xml.at', 4]);
  });

  it('may begin with blank lines before its declaration', async () => {
    const row = await rowOf(`\r\n  <?xml version="1.0" encoding="UTF-8"?>${place(point(1))}`);
    expect(row?.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
  });

  it('loses no geometry of a place that has several', async () => {
    const both = await rowOf(place(point(1) + point(3)));
    expect(both?.geometry).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 2],
      ],
    });
    const mixed = await rowOf(
      place(`${point(1)}<Polygon><outerBoundaryIs>${ring(0, 9)}</outerBoundaryIs></Polygon>`),
    );
    expect(mixed).toMatchObject({ geometry: null, problem: 'collection' });
  });

  it('has the outline first, wherever its holes stand', async () => {
    const row = await rowOf(
      place(
        `<Polygon><innerBoundaryIs>${ring(2, 1)}</innerBoundaryIs><outerBoundaryIs>${ring(0, 9)}</outerBoundaryIs></Polygon>`,
      ),
    );
    const rings = row?.geometry?.type === 'Polygon' ? row.geometry.coordinates : [];
    expect(rings.map(([corner]) => corner)).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  it('has tracks of one place alone', async () => {
    const row = await rowOf(place('<gx:Track><gx:coord>1 2 0</gx:coord></gx:Track>'));
    expect(row?.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
  });

  it('takes no longer for sections that never end', async () => {
    const text = place(`${point(1)}${'<![CDATA[ & '.repeat(50_000)}`);
    expect((await refusal(() => readText('a.kml', text))).key).toBe('format.xml.at');
  });
});

describe('coordinates of KML', () => {
  const read = (text: string) => readCoordinates(text);

  it.each([
    ['1,2', [[1, 2]]],
    [
      ' 1,2,3\n\t4,5,6 ',
      [
        [1, 2],
        [4, 5],
      ],
    ],
    [
      '1 , 2 ,3 4, 5',
      [
        [1, 2],
        [4, 5],
      ],
    ],
    ['-1.5e1,+2.25,0', [[-15, 2.25]]],
    [
      '1,2,3,4 5,6',
      [
        [1, 2],
        [5, 6],
      ],
    ],
    ['', []],
  ])('%j', (text, positions) => expect(read(text)).toEqual(positions));

  it.each(['1', '1 2', '1,', ',2', ',', '1,2 x', '1,2 3,y', 'NaN,1', '1;2'])(
    'are none in %j',
    (text) => expect(read(text)).toBeNull(),
  );
});
