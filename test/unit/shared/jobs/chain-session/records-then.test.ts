import { expect, it } from 'vitest';
import { overlaid, recordsThen } from '#shared/jobs/chain-session/records-then.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';

it('a state is told by what stands otherwise: changed in its place, gone, or there besides', () => {
  const [a, b, c] = [1, 2, 3].map((n) => record('organisation', n, { name: `单位${n}` }));
  const renamed = record('organisation', 2, { name: '改名' });
  const added = record('organisation', 4, { name: '新单位' });
  const changes = recordsThen.parse([
    [idOf(4), added],
    [idOf(2), renamed],
    [idOf(3), null],
    [idOf(5), null],
  ]);
  const then = overlaid([a!, b!, c!], changes);
  expect(then.map(({ id }) => id)).toEqual([1, 2, 4].map(idOf));
  // The very records that were told: what is the same in two states is one.
  expect(then[0]).toBe(a);
  expect(then[1]).toBe(renamed);
  expect(then[2]).toBe(added);
});
