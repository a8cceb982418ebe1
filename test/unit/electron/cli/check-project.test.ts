import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '#shared/checks/run-checks.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { seal } from '#shared/formats/project-file/seal.ts';
import { checkInputOf } from '#shared/jobs/check.ts';
import { type HorizontalRule, horizontalRules } from '#shared/model/rule.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import { project, record } from '#test/unit/shared/edits/records.ts';
import { openSample, samplePath } from '#test/unit/resources/sample/open-sample.ts';
import { box } from '#test/unit/shared/formats/import/import-fixtures.ts';
import { CliProgram } from './cli-program.ts';

const program = new CliProgram();
const breathe = () => Promise.resolve();
const context = { progress: () => undefined, breathe };

// +--------+----+---+
// | A ═══  |(s) |   |   a block with a road on it, an exception until the end of 2026 that leaves no gap
// +--------+----+---+   then, and a site that only answers for what stands on it
const shapes: AnyRecord[] = [
  { ...project, toleranceM: 2 },
  record('district', 2, { name: '区', code: '', geometry: box(116, 40, 116.03, 40.01) }),
  record('zone', 3, {
    parentId: null,
    name: '甲',
    shape: 'block',
    geometry: box(116, 40, 116.02, 40.01),
  }),
  record('zone', 4, {
    parentId: null,
    name: '路',
    shape: 'strip',
    widthM: 20,
    geometry: {
      type: 'LineString',
      coordinates: [
        [116.002, 40.005],
        [116.01, 40.005],
      ],
    },
  }),
  record('zone', 5, {
    parentId: null,
    name: '站',
    shape: 'site',
    radiusM: 50,
    geometry: { type: 'Point', coordinates: [116.015, 40.005] },
  }),
  record('exception', 6, {
    name: '水库',
    reason: '水面',
    approver: '区政府',
    from: '2026-01-01',
    expires: '2026-12-31',
    geometry: box(116.02, 40, 116.03, 40.01),
  }),
].map((one) => parseRecord(one));

beforeAll(async () => {
  await program.build();
  const bytes = await packProject(shapes);
  writeFileSync(join(program.folder, 'shapes.hengzong'), bytes);
  writeFileSync(join(program.folder, 'sealed.hengzong'), await seal(bytes, '横到边', 100_000));
  writeFileSync(join(program.folder, 'key.txt'), '横到边\n');
}, 120_000);
afterAll(() => program.remove());

/** What the app finds sideways, by its own checks. */
async function inTheApp(records: readonly AnyRecord[], on: string) {
  const { findings, areas } = await runChecks(checkInputOf({ records, on }), context);
  const isSideways = (rule: string) => horizontalRules.includes(rule as HorizontalRule);
  return { areas, ids: findings.filter(({ rule }) => isSideways(rule)).map(({ id }) => id) };
}

describe('hengzong check --project', () => {
  it('says of the sample what the app says, levels and all', async () => {
    const { records, planted } = await openSample();
    const app = await inTheApp(records, planted.day);
    const got = program.answer('--project', samplePath.pathname, '--on', planted.day);
    expect(got.findings.map(({ id }) => id)).toEqual(app.ids);
    expect(got).toMatchObject({ status: 1, ok: false, areas: app.areas });
    const { gap, overlap, nesting } = got.counts;
    expect([gap, overlap]).toEqual([planted.gaps.length, planted.overlaps.length]);
    expect(nesting).toBe(got.findings.filter(({ rule }) => rule === 'nesting').length);
  });

  it('knows roads, sites, exceptions and the day', async () => {
    const before = program.answer('--project', 'shapes.hengzong', '--on', '2026-12-31');
    expect(before).toMatchObject({ status: 0, ok: true, findings: [], counts: { zones: 3 } });
    expect(before.areas['exception']).toBeGreaterThan(900_000);
    const after = program.answer('--project', 'shapes.hengzong', '--on', '2027-01-01');
    const app = await inTheApp(shapes, '2027-01-01');
    expect(after.status).toBe(1);
    expect(after.findings.map(({ id }) => id)).toEqual(app.ids);
    expect(after.counts).toMatchObject({ gap: 1 });
    const text = program.run('check', '--project', 'shapes.hengzong', '--on', '2027-01-01');
    expect(text.stdout).toContain('1. 缺口');
  });

  it('opens a sealed file, and refuses with one sentence what does not go together', () => {
    const sealed = ['--project', 'sealed.hengzong', '--on', '2026-12-31'];
    expect(program.answer(...sealed, '--passphrase-file', 'key.txt').ok).toBe(true);
    const locked = program.run('check', ...sealed);
    expect(locked).toMatchObject({ status: 2, stdout: '' });
    expect(locked.stderr).toContain('设了口令');
    const both = program.run('check', '--project', 'shapes.hengzong', '--zones', 'a.json');
    expect([both.status, both.stdout]).toEqual([2, '']);
    expect(both.stderr).toContain('--zones 不能和 --project 一起用');
    const none = program.run('check', '--project', 'nothing.hengzong');
    expect([none.status, none.stderr.split('\n').length]).toEqual([2, 2]);
    expect(program.run('check').stderr).toContain('--project');
  });
});
