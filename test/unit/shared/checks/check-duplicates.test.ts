import { describe, expect, it } from 'vitest';
import { block, box, check, inShort, outline, polygon } from './given.ts';

const whole = outline(polygon(box(0, 0, 20, 10)));
const left = block('A', polygon(box(0, 0, 10, 10)));
const right = block('B', polygon(box(10, 0, 20, 10)));

describe('checkCoverage on zones entered twice', () => {
  // +-----+-----+
  // |  A  |  B  |   B entered twice
  // +-----+-----+
  it('reports a duplicate once and not as an overlap', async () => {
    const ring = box(10, 0, 20, 10);
    const again = block('C', polygon([...ring.slice(2), ...ring.slice(1, 3)].reverse()));
    const report = await check({ boundary: whole, zones: [left, right, again] });
    expect(inShort(report.findings)).toEqual([['duplicate', 'B+C', 100]]);
    expect(report.areas?.balance).toBe(0);
  });

  // +-----+--.--+
  // |  A  |  B  |   B entered again, with one vertex more
  // +-----+-----+
  it('sees a duplicate that is drawn with other vertices', async () => {
    const again = block(
      'C',
      polygon([
        [10, 0],
        [20, 0],
        [20, 10],
        [15, 10],
        [10, 10],
        [10, 0],
      ]),
    );
    const report = await check({ boundary: whole, zones: [left, right, again] });
    expect(inShort(report.findings)).toEqual([['duplicate', 'B+C', 100]]);
  });

  // A slanted border, and again with a vertex more that is not on the grid: rounding parts the two by
  // less than half a step of it, which is no ground of its own.
  it('sees a duplicate whose additional vertex was rounded', async () => {
    const slanted = block(
      'B',
      polygon([
        [10, 0],
        [20, 0],
        [20, 10],
        [10.007, 9.998],
        [10, 0],
      ]),
    );
    const again = block(
      'C',
      polygon([
        [10, 0],
        [20, 0],
        [20, 10],
        [15.0035, 9.999],
        [10.007, 9.998],
        [10.0035, 4.999],
        [10, 0],
      ]),
    );
    const report = await check({ boundary: slanted, zones: [slanted, again] });
    expect(inShort(report.findings)).toEqual([['duplicate', 'B+C', expect.closeTo(99.955, 3)]]);
  });

  // +-----------+
  // | A  +--+   |
  // |    |BC|   |   B and C are the same ground on top of A
  // |    +--+   |
  // +-----------+
  it('names twins on top of a zone in one finding', async () => {
    const all = block('A', polygon(box(0, 0, 20, 10)));
    const twins = ['B', 'C'].map((name) => block(name, polygon(box(5, 3, 8, 6))));
    const report = await check({ boundary: whole, zones: [all, ...twins] });
    expect(inShort(report.findings)).toEqual([['overlap', 'A+B+C', 9]]);
    // Where only a part of them lies on A they are duplicates too.
    const across = await check({
      boundary: whole,
      zones: [
        left,
        ...twins,
        ...twins.map((z) => ({ ...z, id: `${z.id}2`, geometry: polygon(box(8, 3, 12, 6)) })),
      ],
    });
    expect(inShort(across.findings)).toEqual([
      ['gap', 'A+B2', 94],
      ['overlap', 'A+B+C', 9],
      ['overlap', 'A+B2+C2', 6],
      ['duplicate', 'B2+C2', 12],
    ]);
  });

  it('names zones without any ground', async () => {
    const ring = box(5, 3, 8, 6);
    const zones = [left, right, block('E', polygon()), block('H', polygon(ring, ring))];
    const report = await check({ boundary: whole, zones });
    expect(report.findings.map(({ message, recordIds }) => [message.key, ...recordIds])).toEqual([
      ['invalid.no-ground', 'E'],
      ['invalid.zero-area', 'H'],
    ]);
  });
});
