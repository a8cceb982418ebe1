import { expect, it } from 'vitest';
import { readDay } from '#renderer/features/roster/read-day.ts';

it.each([
  ['2026-03-01', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['３/１', '2026-03-01'],
  ['3月1日', '2026-03-01'],
  ['2026-02-30', null],
  ['2-30', null],
  ['昨天', null],
  ['', null],
])('reads %j as a day', (typed, expected) => {
  expect(readDay(typed, '2026-06-15')).toBe(expected);
});
