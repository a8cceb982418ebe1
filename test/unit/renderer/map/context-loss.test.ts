import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilMade } from '#renderer/map/context-loss.ts';

describe('untilMade', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('asks again until there is a map, and then no more', () => {
    let refusals = 2;
    const make = vi.fn(() => {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error('no context');
      }
    });
    const told: boolean[] = [];
    untilMade(make, (failed) => told.push(failed));
    vi.advanceTimersByTime(60_000);
    expect(make).toHaveBeenCalledTimes(3);
    expect(told).toEqual([true, true, false]);
  });

  it('makes the map at once where that is possible', () => {
    const make = vi.fn();
    untilMade(make, () => {});
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('asks no more after its end', () => {
    const make = vi.fn(() => {
      throw new Error('no context');
    });
    const end = untilMade(make, () => {});
    end();
    vi.advanceTimersByTime(60_000);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
