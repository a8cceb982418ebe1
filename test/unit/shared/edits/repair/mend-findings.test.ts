import { describe, expect, it } from 'vitest';
import { mendFindings } from '#shared/edits/commands/mend-findings.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { proposeMends } from '#shared/model/propose-mends.ts';
import { after, box, district, findingsOf, on, zoneNamed } from './district.ts';

const outline = [box(0, 0, 30, 10)];

// +-----+-+-----+--+---+
// | A+-+|#|  B  |  | C |xx     a hole in A, A over B, a gap between B and C, C outside
// |  +-+|#|     |  |   |xx     and D lies in B
// +-----+-+-----+--+---+
const damaged = () =>
  district(outline, {
    A: [box(0, 0, 11, 10), box(3, 3, 5, 5)],
    B: [box(10, 0, 20, 10)],
    C: [box(21, 0, 32, 10)],
    D: [box(14, 2, 16, 4)],
  });

describe('mendFindings', () => {
  it('mends all below a size in one step that can be taken back', async () => {
    const document = damaged();
    const findings = await findingsOf(document);
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual([
      'gap',
      'gap',
      'outside',
      'overlap',
      'overlap',
    ]);
    const mends = proposeMends(findings, { maxAreaM2: 1e6, maxWidthM: 1 });
    expect(mends).toHaveLength(5);
    const result = mendFindings(document, { mends, on });
    if ('refused' in result) throw new Error(result.refused);
    expect(result.label).toEqual({ key: 'edit.repair.all', params: { count: 5 } });
    const mended = after(document, result.patch);
    expect(await findingsOf(mended)).toEqual([]);
    expect(mended.all('zone')).toHaveLength(4);
    // The smaller zone keeps what it lies on: D is now a hole of B.
    expect(zoneNamed(mended, 'B').geometry.coordinates).toHaveLength(2);
    mended.apply(reversePatch(result.patch));
    for (const record of document.everything()) expect(mended.get(record.id)).toEqual(record);
  });

  it('proposes only what is within the limits, and never a new zone or an exception', async () => {
    const findings = await findingsOf(damaged());
    const sizes = findings.map(({ areaM2 }) => areaM2 ?? 0);
    const limit = sizes.toSorted((a, b) => a - b)[2] ?? 0;
    const mends = proposeMends(findings, { maxAreaM2: limit, maxWidthM: 1 });
    expect(mends.length).toBeGreaterThan(1);
    for (const { target, fix } of mends) {
      expect(target.areaM2).toBeLessThanOrEqual(limit);
      expect(['new-zone', 'declare-exception', 'move-layer']).not.toContain(fix.kind);
    }
    expect(proposeMends(findings, { maxAreaM2: 0, maxWidthM: 0 })).toEqual([]);
  });

  it('does the rest when a zone would be left without ground', async () => {
    const document = district(outline, {
      A: [box(0, 0, 29, 10)],
      B: [box(5, 3, 8, 6)],
    });
    const findings = await findingsOf(document);
    const mends = findings.flatMap((target) => {
      const a = zoneNamed(document, 'A').id;
      const fix = target.fixes.find((known) => 'zoneId' in known && known.zoneId === a);
      return fix ? [{ target, fix }] : [];
    });
    expect(mends.map(({ target }) => target.rule)).toEqual(['gap', 'overlap']);
    const result = mendFindings(document, { mends, on });
    if ('refused' in result) throw new Error(result.refused);
    expect(result.label.params).toEqual({ count: 1 });
    const left = await findingsOf(after(document, result.patch));
    expect(left.map(({ rule }) => rule)).toEqual(['overlap']);
  });

  it('refuses when nothing else is to be done', async () => {
    const document = district(outline, { A: [box(0, 0, 30, 10)], B: [box(5, 3, 8, 6)] });
    const [finding] = await findingsOf(document);
    if (!finding) throw new Error('no finding');
    const fix = { kind: 'keep-ground', zoneId: zoneNamed(document, 'A').id } as const;
    expect(mendFindings(document, { mends: [{ target: finding, fix }], on })).toEqual({
      refused: 'edit.repairRefused.vanish',
      params: { zone: 'B' },
      vanishedId: zoneNamed(document, 'B').id,
    });
  });
});
