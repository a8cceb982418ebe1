import { describe, expect, it } from 'vitest';
import { groundConsequence } from '#shared/analysis/ground-consequence.ts';
import { applyFix } from '#shared/edits/apply-fix.ts';
import { changesOf } from '#shared/edits/patch.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { Issue } from '#shared/model/issue.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import {
  area,
  box,
  district,
  findingsOf,
  on,
  zoneNamed,
} from '#test/unit/shared/edits/repair/district.ts';

const day = 86_400_000;

/** Issues at places of the sketch, spread evenly over two average months. */
function issuesAt(places: [number, number][]): AnyRecord[] {
  const first = Date.parse('2026-01-01T00:00:00Z');
  const issues = places.map(([x, y], i): Issue => {
    const time = first + ((365.25 / 6) * day * i) / (places.length - 1);
    return {
      kind: 'issue',
      id: idOf(1000 + i),
      issueClass: 'litter',
      status: 'reported',
      position: [116 + x * 1e-4, 40 + y * 1e-4],
      foundAt: new Date(time).toISOString(),
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    };
  });
  return packIssues(issues, () => idOf(999));
}

const pointAt = (n: number, x: number, y: number) =>
  record('point', n, {
    name: `点${n}`,
    pointKind: 'market',
    position: [116 + x * 1e-4, 40 + y * 1e-4],
  });

const outline = [box(0, 0, 20, 10)];

describe('groundConsequence', () => {
  // +-----+--+--+
  // |  A  |//|B |     6 issues in the gap, 2 in each zone; 2 points in the gap, 1 in A
  // +-----+--+--+
  it('counts what comes with a gap', async () => {
    const gap: [number, number][] = [11, 12, 13].flatMap((x) => [
      [x, 2],
      [x, 7],
    ]);
    const document = district(outline, { A: [box(0, 0, 10, 10)], B: [box(14, 0, 20, 10)] }, [
      ...issuesAt([[1, 1], [2, 2], ...gap, [16, 1], [17, 1]]),
      pointAt(301, 12, 5),
      pointAt(302, 13, 6),
      pointAt(303, 5, 5),
    ]);
    const [finding] = await findingsOf(document);
    const a = zoneNamed(document, 'A').id;
    if (!finding) throw new Error('no finding');
    const fix = { kind: 'give-ground', zoneId: a } as const;
    const result = applyFix(document, { target: finding, fix, on });
    if ('refused' in result) throw new Error(result.refused);
    const [only, ...others] = groundConsequence(document, changesOf(result.patch));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ zoneId: a, name: 'A', points: 2, issues: 6 });
    expect(only?.casesAMonth).toBeCloseTo(3, 5);
    expect(only?.areaM2).toBeCloseTo(areaM2(area(box(10, 0, 14, 10)) as never), 1);
  });

  // +-----+-+---+
  // |  A  |#| B |     3 issues in the overlap
  // +-----+-+---+
  it('takes from the one what the other keeps', async () => {
    const document = district(outline, { A: [box(0, 0, 13, 10)], B: [box(10, 0, 20, 10)] }, [
      ...issuesAt([
        [1, 1],
        [11, 2],
        [12, 3],
        [12, 8],
      ]),
      pointAt(301, 11, 5),
    ]);
    const [finding] = await findingsOf(document);
    const b = zoneNamed(document, 'B').id;
    if (!finding) throw new Error('no finding');
    const fix = { kind: 'keep-ground', zoneId: b } as const;
    const result = applyFix(document, { target: finding, fix, on });
    if ('refused' in result) throw new Error(result.refused);
    const told = groundConsequence(document, changesOf(result.patch));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ name: 'A', points: -1, issues: -3 });
    expect(told[0]?.casesAMonth).toBeCloseTo(-1.5, 5);
    expect(told[0]?.areaM2).toBeLessThan(0);
  });

  it('leaves to a strip what lies on it', async () => {
    const strip = {
      shape: 'strip',
      widthM: 40,
      geometry: {
        type: 'LineString',
        coordinates: [
          [116.0009, 40.0005],
          [116.0015, 40.0005],
        ],
      },
    };
    const document = district(
      outline,
      { A: [box(0, 0, 13, 10)], B: [box(10, 0, 20, 10)], road: strip },
      [pointAt(301, 11, 5), pointAt(302, 11, 9)],
    );
    const [finding] = await findingsOf(document);
    const fix = { kind: 'keep-ground', zoneId: zoneNamed(document, 'B').id } as const;
    if (!finding) throw new Error('no finding');
    const result = applyFix(document, {
      target: { ...finding, geometry: area(box(10, 0, 13, 10)) as never },
      fix,
      on,
    });
    if ('refused' in result) throw new Error(result.refused);
    expect(groundConsequence(document, changesOf(result.patch))[0]).toMatchObject({
      name: 'A',
      points: -1,
    });
  });
});
