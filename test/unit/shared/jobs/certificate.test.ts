import { beforeAll, describe, expect, it } from 'vitest';
import { certificateJob } from '#shared/jobs/certificate.ts';
import { checkedKinds } from '#shared/jobs/check.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { type OpenedSample, openSample } from '#test/unit/resources/sample/open-sample.ts';

let sample: OpenedSample;
beforeAll(async () => {
  sample = await openSample();
});

const context = { signal: new AbortController().signal, progress: () => undefined };

async function bodyOf(records: readonly AnyRecord[]) {
  const { body } = await certificateJob(
    {
      records: records.filter(({ kind }) => checkedKinds.includes(kind)),
      on: '2026-09-01',
      madeAt: '2026-09-01T09:00:00+08:00',
      productVersion: '1.0.0',
      locale: 'zh-CN',
    },
    context,
  );
  return body;
}

const edited = (edit: (record: AnyRecord) => AnyRecord) => sample.records.map(edit);

describe('certificateJob', () => {
  it('states both proofs of the sample, its places, seats and rules, and no telephone number', async () => {
    const body = await bodyOf(sample.records);
    const { coverage, chain } = body;
    expect(body).toMatchObject({ verdict: 'not-proved', invented: true, day: '2026-09-01' });
    expect(coverage.verdict).toBe('not-proved');
    expect(coverage.counts['gap']).toBe(sample.planted.gaps.length);
    expect(coverage.counts['overlap']).toBe(sample.planted.overlaps.length);
    expect(body.zones).toHaveLength(sample.all('zone').length);
    expect(body.exceptions.every(({ inForce }) => inForce)).toBe(true);
    const areas = coverage.areas as NonNullable<typeof coverage.areas>;
    expect(body.district?.areaM2).toBeCloseTo(areas.boundary, 3);
    expect(areas.boundary - areas.covered - areas.gap - areas.exception).toBeCloseTo(0, 3);

    const level = (name: string) => chain?.levels.find((one) => one.level === name);
    expect(level('street')?.places).toBe(sample.all('street').length);
    expect(level('zone')?.places).toBe(sample.all('zone').length);
    expect(level('point')?.places).toBe(sample.all('point').length);
    expect(chain).toMatchObject({ posts: sample.all('post').length, verdict: 'not-proved' });
    for (const { rule } of [...coverage.findings, ...(chain?.findings ?? [])]) {
      expect(body.rules[rule]).toBeGreaterThan(0);
    }

    const json = JSON.stringify(body);
    const phones = sample.all('person').map(({ phone }) => phone.trim());
    const written = phones.filter((phone) => phone !== '' && json.includes(phone));
    expect(phones.some((phone) => phone !== '')).toBe(true);
    expect(written).toEqual([]);
  });

  it('hashes ground and chain apart: who holds what is not the ground, and no number counts', async () => {
    const before = await bodyOf(sample.records);
    const held = sample.all('post').find(({ personId, to }) => personId !== null && to === null);
    const vacated = await bodyOf(
      edited((one) =>
        one.id === held?.id && one.kind === 'post' ? { ...one, personId: null } : one,
      ),
    );
    expect(vacated.hash.chain).not.toBe(before.hash.chain);
    expect(vacated.hash.ground).toBe(before.hash.ground);

    const renumbered = await bodyOf(
      edited((one) => (one.kind === 'person' && one.phone !== '' ? { ...one, phone: '000' } : one)),
    );
    expect(renumbered.hash).toEqual(before.hash);

    const [zone] = sample.all('zone');
    const renamed = await bodyOf(
      edited((one) => (one.id === zone?.id && one.kind === 'zone' ? { ...one, name: '新' } : one)),
    );
    expect(renamed.hash.zones).not.toBe(before.hash.zones);
    expect(renamed.hash.boundary).toBe(before.hash.boundary);
  });

  it('ends when it is cancelled', async () => {
    const cancelled = new AbortController();
    cancelled.abort(new Error('enough'));
    await expect(
      certificateJob(
        {
          records: [],
          on: '2026-09-01',
          madeAt: '2026-09-01T09:00:00+08:00',
          productVersion: '1.0.0',
          locale: 'en',
        },
        { signal: cancelled.signal, progress: () => undefined },
      ),
    ).rejects.toThrow('enough');
  });
});
