import { describe, expect, it } from 'vitest';
import { borderNear } from '#shared/edits/redraw/border-near.ts';
import { area, box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';
import { at, line } from './redrawn.ts';

//  +-----+-----+
//  |  A  +  B  |     A and B share a border of two edges up to where C begins; D lies in B
//  |     | [D] |
//  +-----+-----+
//  |     C     |
//  +-----------+
const plan = () =>
  district([box(0, 0, 20, 20)], {
    A: [
      [
        [0, 10],
        [10, 10],
        [10, 15],
        [10, 20],
        [0, 20],
      ],
    ],
    B: {
      shape: 'block',
      geometry: area(
        [
          [10, 10],
          [20, 10],
          [20, 20],
          [10, 20],
          [10, 15],
        ],
        box(14, 12, 16, 14).toReversed(),
      ),
    },
    C: [
      [
        [0, 0],
        [20, 0],
        [20, 10],
        [10, 10],
        [0, 10],
      ],
    ],
    D: [box(14, 12, 16, 14)],
  });

const [x0, y0] = at(0, 0);
const reach: [number, number] = [at(1, 0)[0] - x0, at(0, 1)[1] - y0];

describe('the border near a position', () => {
  it('is the whole stretch that two zones share, up to where a third begins', () => {
    const document = plan();
    const found = borderNear(document, at(10.5, 17), reach);
    const ids = ['A', 'B'].map((name) => zoneNamed(document, name).id);
    expect(found?.zoneIds.toSorted()).toEqual(ids.toSorted());
    const sorted = found?.line.toSorted((a, b) => a[1] - b[1]);
    expect(sorted).toEqual(line([10, 10], [10, 15], [10, 20]));
  });

  it('may be the ring of an enclave', () => {
    const document = plan();
    const found = borderNear(document, at(14.2, 13), reach);
    expect(found?.zoneIds).toContain(zoneNamed(document, 'D').id);
    expect(found?.line).toHaveLength(5);
  });

  it('is none out of reach, and none at the outline', () => {
    const document = plan();
    expect(borderNear(document, at(5, 15), reach)).toBeNull();
    expect(borderNear(document, at(0, 15), reach)).toBeNull();
  });
});
