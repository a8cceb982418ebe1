import { describe, expect, it } from 'vitest';
import { signedArea, signedCount } from '#renderer/features/repair/signed.ts';

describe('a difference', () => {
  it('has its sign, with a true minus', () => {
    expect(signedArea(917)).toBe('+917.0 m²');
    expect(signedArea(-17_273.7)).toBe('\u22121.73 ha');
    expect(signedCount(3)).toBe('+3');
    expect(signedCount(-12)).toBe('\u221212');
  });

  it('shows a decimal of an average below ten only', () => {
    expect(signedCount(0.42, true)).toBe('+0.4');
    expect(signedCount(-12.4, true)).toBe('\u221212');
    expect(signedCount(1234, true)).toBe('+1,234');
  });

  it('is a bare 0 when it rounds to nothing', () => {
    expect(signedCount(0)).toBe('0');
    expect(signedCount(-0.04, true)).toBe('0');
    expect(signedArea(-0.001)).toBe('0 m²');
  });
});
