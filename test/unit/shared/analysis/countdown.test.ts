import { describe, expect, it } from 'vitest';
import { countdown } from '#shared/analysis/countdown.ts';

describe('countdown', () => {
  it('counts to midnight on the clock of the district, not of the machine', () => {
    const now = Date.parse('2026-03-04T09:48:30Z');
    expect(countdown('2026-03-22', now, 480)).toEqual({ days: 17, hours: 6, minutes: 11 });
  });

  it('ends when the day begins', () => {
    const midnight = Date.parse('2026-03-21T16:00:00Z');
    expect(countdown('2026-03-22', midnight - 1, 480)).toEqual({ days: 0, hours: 0, minutes: 0 });
    expect(countdown('2026-03-22', midnight, 480)).toBeNull();
  });
});
