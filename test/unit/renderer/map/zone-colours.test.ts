import { describe, expect, it } from 'vitest';
import { linearToOklab, oklchToHex, oklchToLinear } from '#renderer/map/oklch.ts';
import { zoneColourDistances, zoneColours } from '#renderer/map/zone-colours.ts';

describe('oklch', () => {
  it('agrees with CSS Color 4 on known colours', () => {
    expect(oklchToHex(1, 0, 0)).toBe('#ffffff');
    expect(oklchToHex(0, 0, 0)).toBe('#000000');
    expect(oklchToHex(0.62796, 0.25768, 29.234)).toBe('#ff0000');
    expect(oklchToHex(0.86644, 0.29483, 142.495)).toBe('#00ff00');
    expect(oklchToHex(0.45201, 0.31321, 264.052)).toBe('#0000ff');
  });

  it('comes back from linear light', () => {
    const [lightness, a, b] = linearToOklab(oklchToLinear(0.7, 0.1, 200));
    expect(lightness).toBeCloseTo(0.7, 5);
    expect(Math.hypot(a, b)).toBeCloseTo(0.1, 5);
    expect(((Math.atan2(b, a) * 180) / Math.PI + 360) % 360).toBeCloseTo(200, 3);
  });
});

describe.each(['light', 'dark'] as const)('zone colours, %s', (theme) => {
  it('are eight of each, all different', () => {
    const { fill, border } = zoneColours(theme);
    expect(new Set(fill).size).toBe(8);
    expect(new Set(border).size).toBe(8);
  });

  it('stay apart for people who do not see red or green', () => {
    const pairs = zoneColourDistances(theme).flatMap((row, i) => row.filter((_, j) => j < i));
    // A just noticeable difference is about 0.02.
    expect(Math.min(...pairs)).toBeGreaterThan(0.03);
  });
});
