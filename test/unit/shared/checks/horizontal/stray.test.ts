import { describe, expect, it } from 'vitest';
import type { Area } from '#shared/model/geometry.ts';
import { block, box, check, inShort, outline, polygon } from '#test/unit/shared/checks/given.ts';

const boundary = outline(polygon(box(0, 0, 30, 10)));
const parts = (...boxes: [number, number, number, number][]) =>
  ({ type: 'MultiPolygon', coordinates: boxes.map((sides) => [box(...sides)]) }) as Area;

describe('strays', () => {
  // +---+---+---+
  // | A | B | A |    A lies in two places, which breaks no rule
  // +---+---+---+
  it('are zones in several places, listed and not condemned', async () => {
    const zones = [
      block('A', parts([0, 0, 10, 10], [25, 0, 30, 10])),
      block('B', polygon(box(10, 0, 25, 10))),
    ];
    const report = await check({ boundary, zones });
    expect(inShort(report.notes ?? [])).toEqual([['stray', 'A', 50]]);
    expect(report.notes?.[0]).toMatchObject({
      severity: 'note',
      message: { key: 'stray.parts', params: { n: 2, area: 50 } },
    });
    expect(report).toMatchObject({ ok: true, findings: [] });
  });

  // +---+---+---+
  // | A : A | B |    two parts with a common border are one place
  // +---+---+---+
  it('are not zones drawn in parts that hang together', async () => {
    const zones = [
      block('A', parts([0, 0, 10, 10], [10, 0, 20, 10])),
      block('B', polygon(box(20, 0, 30, 10))),
    ];
    expect(await check({ boundary, zones })).toMatchObject({ findings: [], notes: [] });
  });

  // +---+
  // | A |
  // +---+---+    the corner is no way from one part to the other
  //     | A |
  //     +---+
  it('are parts that touch in a corner only', async () => {
    const zones = [block('A', parts([0, 0, 10, 5], [10, 5, 20, 10]))];
    const report = await check({ zones });
    expect(inShort(report.notes ?? [])).toEqual([['stray', 'A', 50]]);
  });

  // +-----------+
  // | A  +--+   |
  // |    |B |   |    B fills a hole of A alone
  // |    +--+   |
  // +-----------+
  it('are enclaves', async () => {
    const hole = box(10, 3, 15, 7);
    const split = [...hole.slice(0, 2), [15, 5], ...hole.slice(2)];
    const zones = [block('A', polygon(box(0, 0, 30, 10), hole)), block('B', polygon(split))];
    const report = await check({ boundary, zones });
    expect(inShort(report.notes ?? [])).toEqual([['stray', 'A+B', 20]]);
    expect(report.notes?.[0]?.message).toEqual({
      key: 'stray.enclave',
      params: { name: 'B', around: 'A', area: 20 },
    });
    expect(report).toMatchObject({ ok: true, findings: [] });
  });

  // +-----------+
  // | A  +-+-+  |
  // |    |B|C|  |    two zones in the hole are each other's neighbours
  // |    +-+-+  |
  // +-----------+
  it('are not two zones that share a hole, nor a zone on top of another', async () => {
    const zones = [
      block('A', polygon(box(0, 0, 30, 10), box(10, 3, 16, 7))),
      block('B', polygon(box(10, 3, 13, 7))),
      block('C', polygon(box(13, 3, 16, 7))),
    ];
    expect(await check({ boundary, zones })).toMatchObject({ findings: [], notes: [] });
    const over = [block('A', polygon(box(0, 0, 30, 10))), block('B', polygon(box(3, 3, 5, 5)))];
    expect(inShort((await check({ boundary, zones: over })).findings)).toEqual([
      ['overlap', 'A+B', 4],
    ]);
  });
});
