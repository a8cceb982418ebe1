import { describe, expect, it } from 'vitest';
import { applyFix } from '#shared/edits/apply-fix.ts';
import type { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import {
  after,
  area,
  box,
  district,
  exception,
  findingsOf,
  newZone,
  on,
  zoneNamed,
} from './district.ts';

/** Applies every fix of every finding, each to the document as it was: the finding has to be gone. */
async function everyFix(document: Document): Promise<string[]> {
  const before = await findingsOf(document);
  const applied: string[] = [];
  for (const finding of before) {
    for (const fix of finding.fixes) {
      const result = applyFix(document, { target: finding, fix, on, newZone, exception });
      if ('refused' in result) {
        applied.push(`${finding.rule} ${fix.kind} refused: ${result.refused}`);
        continue;
      }
      const mended = after(document, result.patch);
      const left = await findingsOf(mended);
      expect(left.length, `${finding.rule} ${fix.kind}`).toBeLessThan(before.length);
      const same = left.filter(({ rule, at }) => {
        return (
          rule === finding.rule && Math.hypot(...at.map((x, i) => x - (finding.at[i] ?? 0))) < 1e-6
        );
      });
      expect(same).toEqual([]);
      mended.apply(reversePatch(result.patch));
      const ids = (of: Document) => [...of.everything()].map(({ id }) => id).sort();
      expect(ids(mended)).toEqual(ids(document));
      for (const record of document.everything()) expect(mended.get(record.id)).toEqual(record);
      applied.push(`${finding.rule} ${fix.kind}`);
    }
  }
  return applied;
}

const outline = [box(0, 0, 20, 10)];
const A = [box(0, 0, 10, 10)];
const B = [box(10, 0, 20, 10)];

describe('every fix of a finding', () => {
  // +-----+-----+
  // | A+-+|  B  |
  // |  |/||     |
  // |  +-+|     |
  // +-----+-----+
  it('mends an enclosed gap', async () => {
    const holed = [...A, box(3, 3, 7, 7)];
    expect(await everyFix(district(outline, { A: holed, B }))).toEqual([
      'gap give-ground',
      'gap new-zone',
      'gap declare-exception',
    ]);
  });

  // +-----+--+--+
  // |  A  |//|B |
  // +-----+--+--+
  it('mends a gap at the outer edge', async () => {
    expect(await everyFix(district(outline, { A, B: [box(14, 0, 20, 10)] }))).toEqual([
      'gap give-ground',
      'gap give-ground',
      'gap new-zone',
      'gap declare-exception',
    ]);
  });

  // +-----+-----+
  // |  A  |/////|
  // +-----+-----+
  it('mends a missing zone', async () => {
    expect(await everyFix(district(outline, { A }))).toEqual([
      'gap give-ground',
      'gap new-zone',
      'gap declare-exception',
    ]);
  });

  // +-----+-+---+
  // |  A  |#| B |
  // +-----+-+---+
  it('mends an overlap of two', async () => {
    expect(await everyFix(district(outline, { A: [box(0, 0, 13, 10)], B }))).toEqual([
      'overlap keep-ground',
      'overlap keep-ground',
      'overlap split-ground',
    ]);
  });

  // +-----------+
  // | A  +--+   |
  // |    |B#|   |
  // |    +--+   |
  // +-----------+
  it('cuts out a zone inside another, and refuses to leave it without ground', async () => {
    expect(await everyFix(district(outline, { A: outline, B: [box(5, 3, 8, 6)] }))).toEqual([
      'overlap keep-ground',
      'overlap keep-ground refused: edit.repairRefused.vanish',
    ]);
  });

  // +-----+-----+--+
  // |  A  |  B  |xx|
  // +-----+-----+--+
  it('cuts what lies outside', async () => {
    expect(await everyFix(district(outline, { A, B: [box(10, 0, 23, 10)] }))).toEqual([
      'outside cut-outside',
    ]);
  });

  // Two lines a few centimetres apart that cross off the grid.
  it('draws a mismatched border along either side', async () => {
    const crooked = {
      A: [
        [
          [0, 0],
          [10, 0],
          [10.003, 3],
          [10.0017, 7],
          [10, 10],
          [0, 10],
        ],
      ],
      B: [
        [
          [10, 0],
          [20, 0],
          [20, 10],
          [10, 10],
          [10.0041, 6.5],
          [9.9989, 3.2],
        ],
      ],
    };
    const applied = await everyFix(district(outline, crooked));
    expect(applied).toEqual(['mismatch keep-line', 'mismatch keep-line']);
  });

  // +--   --+
  // | \   / |
  // |   X   |
  // | /   \ |
  // +--   --+
  it('mends a bow-tie', async () => {
    const bow = [
      [
        [0, 0],
        [10, 10.0001],
        [10, 0],
        [0, 10],
      ],
    ];
    const applied = await everyFix(district(outline, { A: bow, B }));
    expect(applied).toContain('invalid mend-rings');
    expect(applied.filter((what) => what.includes('refused'))).toEqual([]);
  });

  it('keeps one of two zones that are the same', async () => {
    expect(await everyFix(district(outline, { A, B, C: B }))).toEqual([
      'duplicate keep-duplicate',
      'duplicate keep-duplicate',
    ]);
  });

  it('moves a layer back that lies off the outline', async () => {
    const ring = (dx: number) =>
      Array.from({ length: 40 }, (_, i) => {
        const angle = (2 * Math.PI * i) / 40;
        return [10 + dx + 9 * Math.cos(angle), 5 + 4 * Math.sin(angle) + (i % 3) * 0.3];
      });
    const applied = await everyFix(district([ring(0)], { A: [ring(3)] }));
    expect(applied).toEqual(['mismatch move-layer']);
  });

  // +-----+-----+
  // |  A ===== B|     a strip of road over both
  // +-----+-----+
  it('leaves strips as they are', async () => {
    const strip = {
      shape: 'strip',
      widthM: 20,
      geometry: {
        type: 'LineString',
        coordinates: [
          [116.0004, 40.0005],
          [116.0016, 40.0005],
        ],
      },
    };
    const gap = [...A, box(2, 2, 3, 3)];
    expect(await everyFix(district(outline, { A: gap, B, road: strip }))).toEqual([
      'gap give-ground',
      'gap new-zone',
      'gap declare-exception',
    ]);
  });

  // +--------+
  // | A +--+ |     the outline has a hole (another district's enclave) that A covers
  // |   |xx| |
  // |   +--+ |
  // +--------+
  it('cuts a zone back from an enclave of the outline', async () => {
    const ring = [...outline, box(5, 3, 8, 6)];
    expect(await everyFix(district(ring, { A: outline }))).toEqual(['outside cut-outside']);
  });

  // +-----+-----+
  // | A \/ lake |     a gap and an overlap-free crossing between A and excepted ground
  // |   /\      |
  // +-----+-----+
  it('mends a gap beside excepted ground, whose border crosses that of the zone', async () => {
    const lake = record('exception', 500, {
      name: '湖',
      reason: '湖面',
      approver: '区政府',
      from: '2026-01-01',
      expires: '2026-12-31',
      geometry: area([
        [10.003, 0],
        [20, 0],
        [20, 10],
        [9.1234, 10],
      ]),
    });
    const zones = {
      A: [
        [
          [0, 0],
          [9.337, 0],
          [10.4321, 10],
          [0, 10],
        ],
      ],
    };
    const applied = await everyFix(district(outline, zones, [lake]));
    expect(applied).toEqual(['gap give-ground', 'gap new-zone', 'gap declare-exception']);
  });

  it('refuses when the ground has changed since the check', async () => {
    const gap = district(outline, { A: [...A, box(3, 3, 7, 7)], B });
    const [finding] = await findingsOf(gap);
    const [fix] = finding?.fixes ?? [];
    if (!finding || !fix) throw new Error('no fix');
    const whole = district(outline, { A, B });
    expect(applyFix(whole, { target: finding, fix, on })).toEqual({
      refused: 'edit.repairRefused.changed',
    });
  });

  it('asks for what a new zone needs', async () => {
    const [finding] = await findingsOf(district(outline, { A }));
    if (!finding) throw new Error('no finding');
    const request = { target: finding, fix: { kind: 'new-zone' } as const, on };
    expect(applyFix(district(outline, { A }), request)).toEqual({
      refused: 'edit.repairRefused.formMissing',
    });
    expect(area([[0, 0]]).type).toBe('Polygon');
  });
});

describe('giveGround', () => {
  // +---+---+---+---+
  // | A | B |///| C |     the gap goes to A, which is not beside it
  // +---+---+---+---+
  it('adds to the ground that a zone has elsewhere', async () => {
    const document = district(outline, {
      A: [box(0, 0, 5, 10)],
      B: [box(5, 0, 10, 10)],
      C: [box(15, 0, 20, 10)],
    });
    const [finding] = await findingsOf(document);
    const a = zoneNamed(document, 'A');
    if (!finding) throw new Error('no finding');
    const fix = { kind: 'give-ground', zoneId: a.id } as const;
    const result = applyFix(document, { target: finding, fix, on });
    if ('refused' in result) throw new Error(result.refused);
    const mended = after(document, result.patch);
    expect(await findingsOf(mended)).toEqual([]);
    expect(zoneNamed(mended, 'A').geometry).toMatchObject({
      type: 'MultiPolygon',
      coordinates: { length: 2 },
    });
  });

  it('refuses a zone that does not take part in the classes of the finding', async () => {
    const document = district(outline, {
      A: { shape: 'block', geometry: area(box(0, 0, 10, 10)), categories: ['litter'] },
      B: { shape: 'block', geometry: area(box(0, 0, 20, 10)), categories: ['traffic'] },
    });
    const finding = (await findingsOf(document)).find(({ rule, issueClasses }) => {
      return rule === 'gap' && issueClasses?.includes('litter');
    });
    if (!finding) throw new Error('no finding');
    const before = zoneNamed(document, 'B');
    const fix = { kind: 'give-ground', zoneId: before.id } as const;
    expect(applyFix(document, { target: finding, fix, on })).toHaveProperty('refused');
    expect(finding.fixes).not.toContainEqual(fix);
  });
});
