import { describe, expect, it } from 'vitest';
import { coverageShare } from '#renderer/features/wall/coverage-share.ts';

const areas = (boundary: number, gap: number, exception = 0) => ({
  boundary,
  covered: boundary - gap - exception,
  gap,
  overlap: 0,
  outside: 0,
  exception,
  balance: 0,
});

describe('coverageShare', () => {
  it('is 100.000 only without any gap', () => {
    expect(coverageShare(areas(1e9, 0))).toBe('100.000');
    expect(coverageShare(areas(1e9, 0.001))).toBe('99.999');
  });

  it('leaves exceptions out of the ground that is due', () => {
    expect(coverageShare(areas(1000, 250, 500))).toBe('50.000');
  });

  it('says nothing where there is nothing to cover', () => {
    expect(coverageShare(areas(0, 0))).toBeNull();
    expect(coverageShare(areas(500, 0, 500))).toBeNull();
  });
});
