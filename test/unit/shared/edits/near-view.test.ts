import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '#shared/edits/apply-fix.ts';
import type { Document } from '#shared/edits/document.ts';
import { nearView } from '#shared/edits/near-view.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import type { Area } from '#shared/model/geometry.ts';
import { box, district, exception, findingsOf, newZone, on, zoneNamed } from './repair/district.ts';

const side = 5;

/** Blocks of 10 × 10 in rows, each drawn in or out at its right edge by so much. */
function blocks(shifts: readonly number[]): Document {
  const zones = Object.fromEntries(
    shifts.map((shift, i) => {
      const x = (i % side) * 10;
      const y = Math.floor(i / side) * 10;
      const right = x + 10 < side * 10 ? x + 10 + shift : x + 10;
      return [`${i}`, [box(x, y, right, y + 10)]];
    }),
  );
  return district([box(0, 0, side * 10, side * 10)], zones);
}

describe('a document near some places', () => {
  // +--+--+--+--+--+
  // |1 |2 |3 |4 |5 |
  // +--+--+--+--+--+
  it('has what touches a place and what touches that, and no more in its lists', () => {
    const zones = Object.fromEntries(
      [0, 1, 2, 3, 4].map((i) => [`${i + 1}`, [box(i * 10, 0, i * 10 + 10, 10)]]),
    );
    const document = district([box(0, 0, 50, 10)], zones);
    const one = zoneNamed(document, '1');
    const last = zoneNamed(document, '5');
    const place = areaBounds(one.geometry as Area);
    const view = nearView(document, [place]);
    expect(view.all('zone').map(({ name }) => name)).toEqual(['1', '2', '3']);
    expect(view.find('zone', last.id)).toBe(last);
    expect(view.all('district')).toBe(document.all('district'));
    expect(nearView(document, []).all('zone')).toEqual([]);
  });

  it('gives every fix the same patch as the whole document does', async () => {
    const shift = fc.constantFrom(0, 0, 0, -2, 3);
    await fc.assert(
      fc.asyncProperty(
        fc.array(shift, { minLength: side * side, maxLength: side * side }),
        async (shifts) => {
          const document = blocks(shifts);
          for (const target of (await findingsOf(document)).slice(0, 4)) {
            const { geometry } = target;
            if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') continue;
            const view = nearView(document, [areaBounds(geometry)]);
            for (const fix of target.fixes) {
              const request = { target, fix, on, newZone, exception };
              expect(applyFix(view, request)).toEqual(applyFix(document, request));
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
