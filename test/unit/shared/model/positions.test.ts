import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { positions } from '#shared/model/positions.ts';
import { position } from '#shared/model/primitives.ts';

const oneByOne = z.array(position);

describe('positions of a ring', () => {
  it('are not copied where they lie on the grid', () => {
    const ring = [
      [116.1234567, 40],
      [-180, 90],
      [0, 0],
    ];
    expect(positions.parse(ring)).toBe(ring);
  });

  it.each([
    ['off the grid', [[116.123456789, 40]]],
    ['a negative zero', [[-0, 40]]],
    ['off the map', [[116, 90.1]]],
    ['not a number', [[116, Number.NaN]]],
    ['a text', [[116, '40']]],
    ['heights', [[116, 40, 50]]],
    ['one number', [[116]]],
    ['no position', [null]],
    ['no list', 'ring'],
    ['nothing', undefined],
  ])('are read and refused one by one as ever: %s', (_, value) => {
    const [all, each] = [positions.safeParse(value), oneByOne.safeParse(value)];
    expect(all.error?.issues).toEqual(each.error?.issues);
    expect(all.data).toEqual(each.data);
  });
});
