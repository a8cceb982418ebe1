import { describe, expect, it } from 'vitest';
import type { Document } from '#shared/edits/document.ts';
import { tryMends } from '#shared/jobs/try-mends.ts';
import { proposeMends } from '#shared/model/propose-mends.ts';
import {
  after,
  box,
  district,
  findingsOf,
  on,
  zoneNamed,
} from '#test/unit/shared/edits/repair/district.ts';

const context = () => ({ signal: new AbortController().signal, progress: () => undefined });

// +---+-+---+-+---+
// | A |/| B |/| C |
// +---+-+---+-+---+
const gaps = () =>
  district([box(0, 0, 30, 10)], {
    A: [box(0, 0, 8, 10)],
    B: [box(11, 0, 19, 10)],
    C: [box(21, 0, 30, 10)],
  });

async function proposed(document: Document) {
  return proposeMends(await findingsOf(document), { maxAreaM2: 1e9, maxWidthM: 1 });
}

describe('trying mends', () => {
  it('tells one patch for all, and what it means for each zone', async () => {
    const document = gaps();
    const mends = await proposed(document);
    expect(mends).toHaveLength(2);
    const records = [...document.everything()];
    const tried = await tryMends({ records, mends, on }, context());
    expect(tried.mended).toBe(2);
    expect(tried.refused).toEqual([]);
    expect(await findingsOf(after(document, tried.patch))).toEqual([]);
    const given = mends.reduce((sum, { target }) => sum + (target.areaM2 ?? 0), 0);
    expect(tried.totals.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBeCloseTo(given, 0);
    // Nothing but a trial: the records are as they were.
    expect([...document.everything()]).toEqual(records);
  });

  // +------+-+----+
  // | A+-+ |/| B  |
  // |  |C| |/|    |
  // |  +-+ |/|    |
  // +------+-+----+
  it('leaves out what cannot be mended, and says why', async () => {
    const document = district([box(0, 0, 20, 10)], {
      A: [box(0, 0, 10, 10)],
      B: [box(12, 0, 20, 10)],
      C: [box(3, 3, 6, 6)],
    });
    const findings = await findingsOf(document);
    const gap = findings.find(({ rule }) => rule === 'gap');
    const overlap = findings.find(({ rule }) => rule === 'overlap');
    if (!gap?.fixes[0] || !overlap) throw new Error('a gap and an overlap were expected');
    const give = { target: gap, fix: gap.fixes[0] };
    // C lies inside A: it would have no ground left.
    const vanish = {
      target: overlap,
      fix: { kind: 'keep-ground', zoneId: zoneNamed(document, 'A').id } as const,
    };
    const records = [...document.everything()];
    for (const list of [
      [give, vanish],
      [vanish, give],
    ]) {
      const tried = await tryMends({ records, mends: list, on }, context());
      expect(tried.mended).toBe(1);
      expect(tried.refused).toEqual([
        {
          index: list.indexOf(vanish),
          reason: 'edit.repairRefused.vanish',
          params: { zone: 'C' },
        },
      ]);
      const left = await findingsOf(after(document, tried.patch));
      expect(left.map(({ rule }) => rule)).toEqual(['overlap']);
    }
  });

  it('ends when it is cancelled', async () => {
    const document = gaps();
    const controller = new AbortController();
    controller.abort();
    await expect(
      tryMends(
        { records: [...document.everything()], mends: await proposed(document), on },
        { signal: controller.signal, progress: () => undefined },
      ),
    ).rejects.toThrow(/abort/i);
    expect(zoneNamed(document, 'A')).toBeDefined();
  });
});
