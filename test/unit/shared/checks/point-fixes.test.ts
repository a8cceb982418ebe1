import { describe, expect, it } from 'vitest';
import { groundUnder } from '#shared/checks/fixes/ground-under.ts';
import { applyFix } from '#shared/edits/apply-fix.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { after, box, district, findingsOf, on } from '#test/unit/shared/edits/repair/district.ts';

const pointAt = (n: number, x: number, y: number) =>
  record('point', n, {
    name: `点${n}`,
    pointKind: 'market',
    position: [116 + x * 1e-4, 40 + y * 1e-4],
  });

// +-----+--+-----+--+--+
// |  A  |1 |  B  |2#|C |  3     1 in a gap, 2 in an overlap, 3 beyond the outline
// +-----+--+-----+--+--+
const given = () =>
  district(
    [box(0, 0, 30, 10)],
    { A: [box(0, 0, 10, 10)], B: [box(12, 0, 24, 10)], C: [box(20, 0, 30, 10)] },
    [pointAt(301, 11, 5), pointAt(302, 22, 5), pointAt(303, 36, 5)],
  );

describe('fixes of findings at points', () => {
  it('are those of the ground on which the point stands', async () => {
    const document = given();
    const findings = await findingsOf(document);
    for (const rule of ['uncovered-point', 'double-covered-point'] as const) {
      const atPoint = findings.find((finding) => finding.rule === rule);
      const ground = atPoint && groundUnder(atPoint, findings);
      if (!atPoint || !ground) throw new Error(`no ground under ${rule}`);
      expect(ground.rule).toBe(rule === 'uncovered-point' ? 'gap' : 'overlap');
      expect(atPoint.fixes).toEqual(ground.fixes);
      const [fix] = atPoint.fixes;
      if (!fix) throw new Error('no fix');
      const result = applyFix(document, { target: ground, fix, on });
      if ('refused' in result) throw new Error(result.refused);
      const left = await findingsOf(after(document, result.patch));
      expect(left.map(({ id }) => id)).not.toContain(atPoint.id);
    }
  });

  it('move a point inside the outline, or take it out', async () => {
    const document = given();
    const findings = await findingsOf(document);
    const beyond = findings.find(({ at: [x = 0] }) => x > 116.0031);
    if (!beyond) throw new Error('no finding');
    expect(beyond.fixes.map(({ kind }) => kind)).toEqual(['move-point', 'remove-point']);
    for (const fix of beyond.fixes) {
      const result = applyFix(document, { target: beyond, fix, on });
      if ('refused' in result) throw new Error(result.refused);
      const mended = after(document, result.patch);
      const left = await findingsOf(mended);
      expect(left.map(({ rule }) => rule)).toEqual(
        findings.filter((finding) => finding !== beyond).map(({ rule }) => rule),
      );
      const [outline] = mended.all('district');
      if (!outline) throw new Error('no outline');
      const index = new AreaIndex(outline.geometry);
      for (const { position } of mended.all('point')) {
        expect(index.locate(position, 0)).toBe('inside');
      }
    }
  });
});
