import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumbersBook } from '#shared/analysis/numbers-book.ts';
import { zoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { Zone } from '#shared/model/zone.ts';
import { workloadWeights } from '#shared/model/workload.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { at } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { box, district } from '#test/unit/shared/edits/repair/district.ts';

//  +-----+-----+
//  |  A  |==B==|   a border that moves, a road that runs through both, a site that comes and goes
//  +-----+-----+
const zonesWith = (middle: number, hasSite: boolean): Zone[] => [
  ...district([box(0, 0, 30, 10)], {
    A: [box(0, 0, middle, 10)],
    B: [box(middle, 0, 20, 10)],
    R: {
      shape: 'strip',
      widthM: 4,
      geometry: { type: 'LineString', coordinates: [at(2, 5), at(18, 5)] },
    },
    ...(hasSite && {
      S: { shape: 'site', radiusM: 15, geometry: { type: 'Point', coordinates: at(5, 5) } },
    }),
  }).all('zone'),
];

const spot = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 }));
const states = fc.array(fc.tuple(fc.integer({ min: 4, max: 16 }), fc.boolean()), {
  minLength: 1,
  maxLength: 5,
});

it('a book of numbers kept from edit to edit says what counting anew says', () => {
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 30 }), states, (spots, plans) => {
      const points = spots.map(([x, y], n) =>
        record('point', 0x200 + n, { name: '点', pointKind: `k${n % 3}`, position: at(x, y) }),
      );
      const issue = ([x, y]: [number, number], n: number) => ({
        kind: 'issue' as const,
        id: idOf(0x300 + n),
        issueClass: `c${n % 2}`,
        status: 'closed' as const,
        position: at(x, y),
        foundAt: `2026-0${1 + (n % 6)}-01T08:00:00Z`,
        dueAt: null,
        closedAt: null,
        text: '',
        lostPoints: 0,
      });
      const issues = packIssues(spots.map(issue), () => idOf(0x400));
      const weights = workloadWeights.parse({ roadKm: 2, pointKinds: { k1: 3 } });
      const book = new NumbersBook();
      // Zones that are as before are the same objects, as in a document.
      let before: Zone[] = [];
      for (const [middle, hasSite] of plans) {
        const zones = zonesWith(middle, hasSite).map((zone) => {
          const same = before.find((old) => JSON.stringify(old) === JSON.stringify(zone));
          return same ?? zone;
        });
        before = zones;
        const input = { zones, points, issues, weights };
        const { rows, zoneOfPoint } = runSteps(book.count(input, 7));
        const anew = zoneNumbers(input, 7);
        expect(rows.map((row) => row.zoneId)).toEqual(anew.map((row) => row.zoneId));
        for (const [i, row] of rows.entries()) {
          expect(row.pointsByKind).toEqual(anew[i]!.pointsByKind);
          expect(row.issuesAMonth).toBeCloseTo(anew[i]!.issuesAMonth, 9);
          expect(row.workload).toBeCloseTo(anew[i]!.workload, 9);
        }
        expect([...zoneOfPoint.keys()]).toEqual(points.map(({ id }) => id));
        // The road is one zone; what runs through A and B is its whole length again.
        const metres = (name: string) =>
          rows[1 + zones.findIndex((zone) => zone.name === name)]!.roadM;
        const through = ['A', 'B', 'S'].flatMap((name) =>
          zones.some((zone) => zone.name === name) ? metres(name) : 0,
        );
        expect(through.reduce((sum, m) => sum + m, 0)).toBeCloseTo(metres('R'), 6);
      }
    }),
    { numRuns: 60 },
  );
});
