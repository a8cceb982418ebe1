import { describe, expect, it } from 'vitest';
import { formatArea, formatLength, formatMoment } from '#renderer/ui/format.ts';

describe('format', () => {
  it.each([
    [0.5, '0.50 m²'],
    [915.93, '915.9 m²'],
    [10_000, '1.00 ha'],
    [431_234_567, '431.23 km²'],
  ])('writes %d m² in the unit that reads best', (area, written) => {
    expect(formatArea(area)).toBe(written);
  });

  it.each([
    [0.012, '1.2 cm'],
    [12.34, '12.3 m'],
    [1234, '1.23 km'],
  ])('writes %d m in the unit that reads best', (length, written) => {
    expect(formatLength(length)).toBe(written);
  });

  it('writes moments on the clock of the district', () => {
    expect(formatMoment(Date.parse('2026-03-03T16:30:00Z'), 480)).toBe('2026-03-04 00:30');
    expect(formatMoment(Number.NaN, 480)).toBe('');
  });
});
