import { expect, it } from 'vitest';
import { readPosition } from '#renderer/features/organisation/read-position.ts';

it.each([
  ['116.3512, 39.9871', [116.3512, 39.9871]],
  ['116.3512，39.9871', [116.3512, 39.9871]],
  [' 116.35120000001 39.9871 ', [116.3512, 39.9871]],
  ['116.35', null],
  ['39.98, 116.35', null],
  ['东, 北', null],
  ['', null],
])('reads %j as a position', (typed, expected) => {
  expect(readPosition(typed)).toEqual(expected);
});
