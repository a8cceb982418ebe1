import { describe, expect, it } from 'vitest';
import { eachStep, inSlices, runSteps } from '#shared/jobs/slices.ts';

/** Counts to `to`, busy for a millisecond at each step. */
function* counting(to: number, seen: number[] = []) {
  for (let n = 1; n <= to; n += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    seen.push(n);
    yield;
  }
  return seen.length;
}

describe('slices', () => {
  it('give what the steps give, all at once or one after the other', async () => {
    expect(runSteps(counting(3))).toBe(3);
    expect(await inSlices(counting(30))).toBe(30);
  });

  it('let other tasks run between them', async () => {
    let others = 0;
    let going = true;
    const other = () => {
      others += 1;
      if (going) setTimeout(other, 0);
    };
    setTimeout(other, 0);
    await inSlices(counting(60));
    going = false;
    expect(others).toBeGreaterThan(1);
  });

  it('end when what they make is not wanted any more', async () => {
    const seen: number[] = [];
    expect(await inSlices(counting(1000, seen), () => false)).toBeNull();
    expect(seen.length).toBeLessThan(1000);
  });

  it('do something for each item', () => {
    const seen: string[] = [];
    runSteps(eachStep(['a', 'b'], (item) => seen.push(item)));
    expect(seen).toEqual(['a', 'b']);
  });
});
