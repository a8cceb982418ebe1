import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/checks/finding.ts';
import { mendFindings } from '#shared/edits/commands/mend-findings.ts';
import { Document } from '#shared/edits/document.ts';
import { proposeMends } from '#shared/model/propose-mends.ts';
import { randomCoverage } from '#test/unit/shared/checks/random-coverage.ts';
import { idOf, project, record } from '#test/unit/shared/edits/records.ts';
import { after, findingsOf, on } from './district.ts';

const place = ([x = 0, y = 0]: Position): Position => [116 + x * 1.013e-5, 40 + y * 1.007e-5];

/** Degrees on the grid, each corner moved by some metres of its own so that borders cross anywhere. */
function inDegrees({ coordinates }: Polygon, shifts: readonly number[], first: number): Polygon {
  const rings = coordinates.map((ring) => {
    const open = ring.slice(0, -1).map(([x = 0, y = 0], i) => {
      const shift = shifts[(first + i) % shifts.length] ?? 0;
      return place([x + shift, y - shift / 3]).map((value) => Math.round(value * 1e7) / 1e7);
    });
    return [...open, open[0] ?? []];
  });
  return { type: 'Polygon', coordinates: rings };
}

/** Every zone with a community and a street on the very same ground. */
const alike = fc
  .tuple(
    randomCoverage,
    fc.array(fc.constantFrom(0, 0, 0, 0, 0.003, -0.004, 0.4, -0.7, 3.1), {
      minLength: 7,
      maxLength: 60,
    }),
  )
  .map(([{ boundary, zones }, shifts]) => {
    const records = zones.flatMap((zone, i) => {
      const geometry = inDegrees(zone.geometry as Polygon, shifts, 5 * i);
      const common = { name: zone.name, code: '', geometry };
      return [
        record('street', 300 + i, { ...common, districtId: idOf(2) }),
        record('community', 500 + i, { ...common, streetId: idOf(300 + i) }),
        record('zone', 700 + i, { ...common, shape: 'block', parentId: idOf(500 + i) }),
      ];
    });
    const outline = inDegrees(boundary.geometry as Polygon, [0], 0);
    const document = new Document([
      project,
      record('district', 2, { name: '区', code: '110108', geometry: outline }),
      ...records,
    ]);
    return Object.assign(document, { [fc.toStringMethod]: () => JSON.stringify(shifts) });
  });

const limits = { maxAreaM2: 1e9, maxWidthM: 1 };
const onGround = (findings: readonly Finding[]) =>
  findings.filter(({ geometry, rule }) => geometry !== null && rule !== 'invalid');

describe('levels that have the same borders as the zones', () => {
  it('are as right as the zones once those are mended', async () => {
    let mended = 0;
    await fc.assert(
      fc.asyncProperty(alike, async (document) => {
        const mends = proposeMends(await findingsOf(document), limits);
        if (mends.length === 0) return;
        const result = mendFindings(document, { mends, on, carry: true });
        if ('refused' in result) return;
        const left = onGround(await findingsOf(after(document, result.patch)));
        mended++;
        // Where several corners fall together a wedge of a step or two may be left.
        const between = left.filter(({ rule, areaM2 }) => rule === 'nesting' && areaM2! > 0.02);
        expect(between.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(mended).toBeGreaterThan(30);
  });
});
