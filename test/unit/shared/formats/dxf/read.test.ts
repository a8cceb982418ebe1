import { describe, expect, it } from 'vitest';
import { readFiles } from '#test/unit/shared/formats/read-fixture.ts';

/** A drawing of some things, each as its codes and values one after another. */
async function readThings(things: readonly string[], blocks: readonly string[] = []) {
  const section = (name: string, parts: readonly string[]) =>
    ['0 SECTION', `2 ${name}`, ...parts, '0 ENDSEC'].join(' ');
  const text = [section('BLOCKS', blocks), section('ENTITIES', things), '0 EOF'].join(' ');
  const bytes = new TextEncoder().encode(text.replaceAll(' ', '\r\n'));
  return readFiles([{ name: 'plan.dxf', bytes }]);
}

const square = '10 1 20 1 10 3 20 1 10 3 20 2';

describe('readDxf', () => {
  it('puts what was mirrored on its own side', async () => {
    const down = '210 0 220 0 230 -1';
    const [layer] = await readThings(
      [
        `0 LWPOLYLINE 8 a 70 1 ${square} ${down}`,
        `0 TEXT 8 a 10 5 20 6 1 t ${down}`,
        // Stands in the world's own coordinates, whatever its plane.
        `0 LINE 8 a 10 1 20 1 11 2 21 2 ${down}`,
        `0 INSERT 8 a 2 B 10 10 20 0 ${down}`,
      ],
      ['0 BLOCK 2 B 10 0 20 0', '0 POINT 8 a 10 1 20 2', '0 ENDBLK'],
    );
    expect(layer?.rows.map(({ geometry }) => geometry)).toEqual([
      {
        type: 'Polygon',
        coordinates: [
          [
            [-1, 1],
            [-3, 1],
            [-3, 2],
            [-1, 1],
          ],
        ],
      },
      { type: 'Point', coordinates: [-5, 6] },
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [2, 2],
        ],
      },
      { type: 'Point', coordinates: [-11, 2] },
    ]);
  });

  it('reads signs that the encoding of the drawing lacks', async () => {
    const [layer] = await readThings([`0 TEXT 8 \\U+8D23\\U+4EFB 10 1 20 1 1 \\M+5B6AB\\M+5B3C7`]);
    expect(layer?.rows[0]?.cells).toEqual(['责任', '东城', 'TEXT']);
  });

  it('takes the attributes of a block for texts', async () => {
    const [layer] = await readThings([
      '0 INSERT 8 点 66 1 2 B 10 1 20 1',
      '0 ATTRIB 8 点 10 4 20 5 1 垃圾箱01 2 NAME',
      '0 ATTRIB 8 点 10 4 20 5 2 EMPTY',
      '0 SEQEND',
    ]);
    expect(layer?.rows.map(({ cells, geometry }) => [cells, geometry])).toEqual([
      [['点', '垃圾箱01', 'ATTRIB'], { type: 'Point', coordinates: [4, 5] }],
    ]);
  });

  it('leaves the paper of a layout and says so', async () => {
    const [layer] = await readThings([
      `0 LWPOLYLINE 67 1 8 框 70 1 ${square}`,
      '0 POINT 8 a 10 1 20 1',
    ]);
    expect(layer?.rows).toHaveLength(1);
    expect(layer?.problems).toEqual([{ key: 'dxfPaperLeft', params: { count: 1 } }]);
  });

  it('does not take the flags of a vertex for those of its polyline', async () => {
    const vertices = [0, 1, 2].map((x) => `0 VERTEX 8 a 10 ${x} 20 ${x * x} 70 64`).join(' ');
    const [layer] = await readThings([`0 POLYLINE 8 a ${vertices} 0 SEQEND`]);
    expect(layer?.rows[0]?.geometry?.type).toBe('LineString');
  });

  it('believes the bytes of a drawing over the code page it names', async () => {
    const text = `0 SECTION 2 HEADER 9 $ACADVER 1 AC1015 9 $DWGCODEPAGE 3 ANSI_936 0 ENDSEC 0 SECTION 2 ENTITIES 0 POINT 8 责任片区 10 1 20 1 0 ENDSEC 0 EOF`;
    const bytes = new TextEncoder().encode(text.replaceAll(' ', '\n'));
    const [layer] = await readFiles([{ name: 'plan.dxf', bytes }]);
    expect(layer?.rows[0]?.cells[0]).toBe('责任片区');
    expect(layer?.encoding).toEqual({ encoding: 'utf-8', from: 'bytes' });
  });
});
