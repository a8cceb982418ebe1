import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HeatColumns, type HeatOptions, heatDensity } from '#shared/analysis/heat-density.ts';
import { metresPerMercatorUnit } from '#shared/analysis/mercator.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { allIssues } from '#shared/model/issue-filter.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2025, 0, 1);

function columns(places: readonly (readonly [number, number])[], days = 30): HeatColumns {
  return {
    count: places.length,
    longitude: Int32Array.from(places, ([x]) => toGrid(x)),
    latitude: Int32Array.from(places, ([, y]) => toGrid(y)),
    issueClass: new Uint16Array(places.length),
    classes: ['market'],
    status: new Uint8Array(places.length),
    foundAt: Float64Array.from(places, (_, i) => (i % 2 === 0 ? start : start + days * dayMs)),
  };
}

const options: HeatOptions = {
  filter: allIssues,
  utcOffsetMinutes: 480,
  radiusM: 250,
  within: null,
};

/** Density summed over the ground, times the months: the number of issues. */
function mass(chunks: readonly HeatColumns[], settings = options): number {
  const grid = heatDensity(chunks, settings);
  if (!grid) return 0;
  let sum = 0;
  for (let row = 0; row < grid.rows; row += 1) {
    const side = metresPerMercatorUnit(grid.y + (row + 0.5) * grid.cell) * grid.cell;
    for (let column = 0; column < grid.columns; column += 1) {
      sum += (grid.values[row * grid.columns + column] as number) * ((side * side) / 10_000);
    }
  }
  return sum * grid.months;
}

const place = fc.tuple(
  fc.double({ min: 116.2, max: 116.4, noNaN: true }),
  fc.double({ min: 39.9, max: 40.1, noNaN: true }),
);

describe('heatDensity', () => {
  it('gives back the number of issues when summed over the ground', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 40, max: 1000 }),
        (places, radiusM) => {
          const sum = mass([columns(places)], { ...options, radiusM });
          expect(Math.abs(sum - places.length)).toBeLessThan(places.length * 1e-3);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is the same however the issues are dealt to chunks', () => {
    const places = [
      [116.3, 39.98],
      [116.31, 39.99],
      [116.32, 40.01],
    ] as const;
    const whole = heatDensity([columns(places)], {
      ...options,
      filter: { ...allIssues, from: '2025-01-01', to: '2025-01-31' },
    });
    const parts = heatDensity(
      places.map((one) => columns([one])),
      { ...options, filter: { ...allIssues, from: '2025-01-01', to: '2025-01-31' } },
    );
    expect(parts?.values.length).toBe(whole?.values.length);
    const difference = Math.max(
      ...(parts?.values ?? []).map((value, i) => Math.abs(value - (whole?.values[i] ?? 0))),
    );
    expect(difference).toBeLessThan(1e-6);
  });

  it('peaks as a Gaussian of that radius in metres does, at any latitude', () => {
    for (const latitude of [0, 40, 60, -45]) {
      const grid = heatDensity([columns([[116.3, latitude]])], options);
      const peak = Math.max(...(grid?.values ?? []));
      const sigma = 125;
      const months = grid?.months ?? 0;
      const expected = 10_000 / (2 * Math.PI * sigma * sigma * months);
      // The cells and the dealing to four of them widen the bell by a few per cent.
      expect(peak / expected).toBeGreaterThan(0.9);
      expect(peak / expected).toBeLessThan(1.01);
    }
  });

  it('lies with its middle on the issue and reaches nothing at its edges', () => {
    const grid = heatDensity([columns([[116.3, 40]])], options);
    if (!grid) throw new Error('no grid');
    const { bounds, columns: width, rows, values } = grid;
    expect((bounds.west + bounds.east) / 2).toBeCloseTo(116.3, 6);
    expect((bounds.south + bounds.north) / 2).toBeCloseTo(40, 5);
    for (let column = 0; column < width; column += 1) {
      expect(values[column]).toBe(0);
      expect(values[(rows - 1) * width + column]).toBe(0);
    }
  });

  it('leaves out issues far off, which would stretch the grid', () => {
    const near = [116.3, 40] as const;
    const settings = {
      ...options,
      within: [116, 39.8, 116.6, 40.3] as [number, number, number, number],
    };
    const grid = heatDensity([columns([near, [0, 0], [40, 116.3]])], settings);
    expect(grid?.count).toBe(1);
    expect(grid?.bounds.east).toBeLessThan(116.4);
  });

  it('spreads over the months of the filter, not over those that happen to hold issues', () => {
    const chunk = columns([[116.3, 40]]);
    const year = { ...allIssues, from: '2025-01-01', to: '2025-12-31' };
    expect(heatDensity([chunk], { ...options, filter: year })?.months).toBeCloseTo(12, 1);
  });

  it('is null when no issue passes', () => {
    expect(heatDensity([], options)).toBeNull();
    const none = { ...options, filter: { ...allIssues, classes: ['other'] } };
    expect(heatDensity([columns([[116.3, 40]])], none)).toBeNull();
  });
});
