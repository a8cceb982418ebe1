import { describe, expect, it } from 'vitest';
import { typedPosition } from '#renderer/features/search/typed-position.ts';

describe('typedPosition', () => {
  it.each<[string, [number, number] | null]>([
    ['116.3512, 39.9871', [116.3512, 39.9871]],
    ['116.3512，39.9871', [116.3512, 39.9871]],
    [' 116.3512  39.9871 ', [116.3512, 39.9871]],
    ['116.3512° 39.9871°', [116.3512, 39.9871]],
    ['-70,-33.5', [-70, -33.5]],
    ['39.9871, 116.3512', [116.3512, 39.9871]],
    ['116.3512', null],
    ['116.3512, 200', null],
    ['学院路 39', null],
    ['110108', null],
    ['', null],
  ])('reads %s', (typed, expected) => {
    expect(typedPosition(typed)).toEqual(expected);
  });
});
