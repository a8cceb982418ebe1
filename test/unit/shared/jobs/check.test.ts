import { describe, expect, it } from 'vitest';
import { checkJob } from '#shared/jobs/check.ts';
import { block, box, polygon } from '#test/unit/shared/checks/given.ts';

const side = 12;
const size = 0.001;

/** A square of side × side blocks around [116, 40], each with a gap in it, so that all is clipped. */
const zones = Array.from({ length: side * side }, (_, i) => {
  const x = 116 + (i % side) * size;
  const y = 40 + Math.floor(i / side) * size;
  const hole = box(x + size / 4, y + size / 4, x + size / 2, y + size / 2);
  return block(`z${i}`, polygon(box(x, y, x + size, y + size), hole));
});
const district = {
  kind: 'district' as const,
  id: 'd',
  name: '全区',
  code: '',
  geometry: polygon(box(116, 40, 116 + side * size, 40 + side * size)),
  source: '',
  licence: '',
  reviewNumber: '',
  attributes: {},
};

describe('checkJob', () => {
  it('checks records and reports progress up to 1', async () => {
    const seen: number[] = [];
    const report = await checkJob(
      { records: [district, ...zones], on: '2026-06-01' },
      { signal: new AbortController().signal, progress: (fraction) => seen.push(fraction) },
    );
    expect(report.findings.filter(({ rule }) => rule === 'gap')).toHaveLength(side * side);
    expect(report.counts).toMatchObject({ zones: side * side, posts: 0 });
    expect(report.nothing).toBe('no-posts');
    expect(report.ok).toBe(false);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('ends with the reason of the signal when it is cancelled on the way', async () => {
    const controller = new AbortController();
    const job = checkJob(
      { records: [district, ...zones], on: '2026-06-01' },
      { signal: controller.signal, progress: () => controller.abort(new Error('cancelled')) },
    );
    await expect(job).rejects.toThrow('cancelled');
  });
});
