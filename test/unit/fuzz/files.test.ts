import { describe, expect, it } from 'vitest';
import { fuzzFiles } from '#test/fuzz/fuzz-files.ts';

describe('damaged files', () => {
  it('2,000 of them end in layers or in one sentence', async () => {
    const { failures, read, refused } = await fuzzFiles(2000, 20_261_126);
    expect(failures).toEqual([]);
    // Both must happen often, or the mutations are too weak or too strong to find anything.
    expect(read).toBeGreaterThan(300);
    expect([...refused.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(300);
  }, 120_000);
});
