import { expect, it } from 'vitest';
import { roomLeft } from '#shared/keep/room.ts';

const mega = 1024 ** 2;

it('warns before the wall is hit, whichever wall is nearer', () => {
  const state = (usage: number, quota: number, diskFree: number | null) =>
    roomLeft({ usage: usage * mega, quota: quota * mega, diskFree: diskFree && diskFree * mega })
      .state;
  expect(state(100, 10_000, null)).toBe('enough');
  expect(state(100, 10_000, 50_000)).toBe('enough');
  expect(state(100, 10_000, 250)).toBe('low');
  expect(state(9_900, 10_000, 50_000)).toBe('low');
  expect(state(800, 1_500, null)).toBe('low');
  expect(state(100, 10_000, 40)).toBe('scarce');
  expect(state(10_100, 10_000, null)).toBe('scarce');
});
