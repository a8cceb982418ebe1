import { beforeAll, describe, expect, it } from 'vitest';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { defaultToleranceM } from '#shared/checks/check-input.ts';
import type { CheckReport } from '#shared/checks/finding.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { type OpenedSample, openSample } from './open-sample.ts';

let sample: OpenedSample;
let report: CheckReport;
beforeAll(async () => {
  sample = await openSample();
  const [project] = sample.all('project');
  const [district] = sample.all('district');
  report = await runChecks(
    {
      ...chainInputOf(sample.records),
      issueChunks: sample.all('issueChunk'),
      boundary: district ?? null,
      issueClasses: project?.schemes.issueClasses ?? [],
      on: sample.planted.day,
      planar: false,
      toleranceM: defaultToleranceM,
    },
    { progress: () => undefined, breathe: () => Promise.resolve() },
  );
}, 120_000);

const found = (rule: string) => report.findings.filter((finding) => finding.rule === rule);

describe('the checks on the sample', () => {
  it('find what is planted and nothing else', () => {
    expect(report.findings.map((finding) => finding.rule).sort()).toEqual([
      'double-holder',
      'expired',
      'gap',
      'overlap',
      'overlap',
      'unreachable',
      'vacant',
    ]);
  });

  it('find the ground where it was planted', () => {
    const { gaps, overlaps } = sample.planted;
    expect(found('gap').map((finding) => finding.areaM2 ?? 0)).toEqual([
      expect.closeTo(gaps[0]?.areaM2 ?? 0, 0),
    ]);
    for (const { zoneIds, areaM2 } of overlaps) {
      const finding = found('overlap').find((entry) =>
        zoneIds.every((id) => entry.recordIds.includes(id)),
      );
      expect(finding?.areaM2).toBeCloseTo(areaM2, 0);
    }
  });

  it('find the people and places where the chain was broken', () => {
    const { vacant, doubleHolder, expired, unreachable } = sample.planted;
    for (const [rule, { targetId }] of Object.entries({ vacant, expired, unreachable })) {
      expect(found(rule)[0]?.recordIds, rule).toContain(targetId);
    }
    expect(found('double-holder')[0]?.recordIds).toContain(doubleHolder.targetId);
  });
});
