import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { seal } from '#shared/formats/project-file/seal.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import { parseRecord, type RecordOf } from '#shared/model/record.ts';
import { idOf, record, smallDistrict } from '#test/unit/shared/edits/records.ts';
import {
  type OpenedSample,
  openSample,
  samplePath,
} from '#test/unit/resources/sample/open-sample.ts';
import { CliProgram } from './cli-program.ts';

const program = new CliProgram();
let sample: OpenedSample;
beforeAll(async () => {
  await program.build();
  sample = await openSample();
  const records = [
    ...smallDistrict().filter(({ kind }) => kind !== 'team'),
    record('post', 20, {
      role: 'keeper',
      personId: idOf(8),
      level: 'point',
      targetId: idOf(6),
      from: '2026-01-01',
    }),
    record('person', 7, { name: '王一', phone: '1' }),
    record('person', 8, { name: '李二', phone: '2' }),
    record('team', 10, {
      name: '一队',
      base: [116, 40],
      transport: 'foot',
      phone: '3',
      memberIds: [idOf(7)],
    }),
  ];
  const whole = new Map(records.map((one) => [one.id, parseRecord(one)]));
  writeFileSync(join(program.folder, 'whole.hengzong'), await packProject(whole.values()));
  // The same, its one community head put in office on 1 May by an edit of 10 May.
  const chief = whole.get(idOf(9)) as RecordOf<'post'>;
  const appointed = { ...chief, from: '2026-05-01' };
  whole.set(chief.id, appointed);
  const edit: AuditRow = {
    id: idOf(99),
    sequence: 1,
    time: '2026-05-10T09:00:00+08:00',
    author: '',
    label: { key: 'edit.change', params: {} },
    action: 'edit',
    of: null,
    patch: {
      added: {},
      updated: { [chief.id]: [{ ...chief, personId: null }, appointed] },
      removed: {},
    },
  };
  const edited = await packProject(whole.values(), [edit]);
  writeFileSync(join(program.folder, 'edited.hengzong'), edited);
  writeFileSync(join(program.folder, 'sealed.hengzong'), await seal(edited, '横到边', 100_000));
  writeFileSync(join(program.folder, 'right.txt'), '横到边\r\n');
  writeFileSync(join(program.folder, 'wrong.txt'), '纵到底\n');
}, 120_000);
afterAll(() => program.remove());

const run = (...args: string[]) => program.run('chain', ...args);
const file = samplePath.pathname;

interface Findings {
  ok: boolean;
  nothing: string | null;
  findings: { rule: string; records: { id: string; name: string }[]; message: string }[];
  counts: Record<string, number>;
}

describe('hengzong chain', () => {
  it('opens a sealed project with the passphrase from a file, and says when it does not fit', () => {
    const sealed = ['--project', join(program.folder, 'sealed.hengzong'), '--json'];
    const open = run('--project', join(program.folder, 'edited.hengzong'), '--json');
    const right = run(...sealed, '--passphrase-file', join(program.folder, 'right.txt'));
    const findings = (stdout: string) => (JSON.parse(stdout) as Findings).findings;
    expect(findings(right.stdout)).toEqual(findings(open.stdout));
    const wrong = run(...sealed, '--passphrase-file', join(program.folder, 'wrong.txt'));
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('口令不对');
    expect(run(...sealed).stderr).toContain('设了口令');
  });

  it('finds what is planted in the sample and nothing else', () => {
    const { planted } = sample;
    const { status, stdout, stderr } = run('--project', file, '--on', planted.day, '--json');
    const answer = JSON.parse(stdout) as Findings;
    expect([status, stderr, answer.ok, answer.nothing]).toEqual([1, '', false, null]);
    expect(answer.findings.map(({ rule, records }) => [rule, records[0]?.id])).toEqual([
      ['vacant', planted.vacant.targetId],
      ['double-holder', planted.doubleHolder.targetId],
      ['expired', planted.expired.targetId],
      ['unreachable', planted.unreachable.targetId],
    ]);
    expect(answer.counts).toMatchObject({
      findings: 4,
      vacant: 1,
      'late-team': 0,
      'broken-chain': 0,
    });
    // Phone numbers are no part of findings.
    expect(stdout).not.toMatch(/199-0000/);
  });

  it('goes by the day: before its last day nothing had expired', () => {
    const rules = (on: string) => {
      const { stdout } = run('--project', file, '--on', on, '--json');
      return (JSON.parse(stdout) as Findings).findings.map(({ rule }) => rule);
    };
    expect(rules('2026-10-31')).not.toContain('expired');
    expect(rules('2026-11-01')).toContain('expired');
  });

  it('asks a day that is over as the records stood at its end, whatever was entered later', () => {
    const rules = (on: string) => {
      const { stdout } = run('--project', 'edited.hengzong', '--on', on, '--json');
      return (JSON.parse(stdout) as Findings).findings.map(({ rule }) => rule);
    };
    expect(rules('2026-05-09')).toContain('vacant');
    expect(rules('2026-05-10')).not.toContain('vacant');
  });

  it('is content with a whole chain, in both languages', () => {
    const args = ['--project', 'whole.hengzong', '--on', '2026-06-01'];
    const chinese = run(...args);
    expect(chinese).toMatchObject({ status: 0, stderr: '' });
    expect(chinese.stdout).toContain('责任链完整');
    expect(run(...args, '--lang', 'en').stdout).toContain('the chain is whole');
    const early = run(...args.slice(0, 2), '--on', '2025-12-31');
    expect(early.status).toBe(1);
    expect(early.stdout).toContain('2 个问题');
  });

  it('says who answers for a spot, why, and how soon a team is there', () => {
    const { overlaps } = sample.planted;
    const at = (position: string, ...more: string[]) =>
      run('--project', file, '--on', sample.planted.day, '--at', position, ...more);
    const clear = at('116.31,39.97', '--json');
    expect(clear.status).toBe(0);
    expect(JSON.parse(clear.stdout)).toMatchObject({
      ok: true,
      zone: { name: '海淀-09 片', reason: 'only' },
      chain: [
        { level: 'district', role: '区领导' },
        { level: 'street', role: '包联领导' },
        { level: 'street', role: '街道负责人', place: '海淀街道' },
        { level: 'community' },
        { level: 'zone', holders: [{ phone: '199-****-' }] },
      ].map((link) =>
        'holders' in link
          ? { ...link, holders: [{ phone: expect.stringMatching(/^199-\*{4}-\d{4}$/) as string }] }
          : link,
      ),
      team: { speedKmh: 20, detourFactor: 1.4 },
    });
    expect(clear.stdout).not.toMatch(/199-0000/);
    expect(at('116.31,39.97', '--json', '--phones').stdout).toMatch(/"199-0000-\d{4}"/);
    expect(at('116.31,39.97').stdout).toMatch(/199-\*{4}-\d{4}/);
    const disputed = at((overlaps[0]?.at ?? []).join(','));
    expect(disputed.status).toBe(1);
    for (const name of overlaps[0]?.zones ?? []) expect(disputed.stdout).toContain(name);
    expect(at('10,10').status).toBe(1);
    expect(at('10,10').stdout).toContain('不在任何责任片区');
    expect(at('116.31,39.97', '--class', '暴露垃圾', '--json').stdout).toContain(
      '"issueClass":"litter"',
    );
  });

  it.each<[string, string[], string]>([
    ['no project', [], '--project'],
    ['a missing file', ['--project', 'nope.hengzong'], '找不到文件 nope.hengzong'],
    ['a folder', ['--project', '.'], '是文件夹'],
    ['another file', ['--project', 'right.txt'], '不是横纵项目文件'],
    ['latitude first', ['--project', file, '--at', '39.9,116.3'], ''],
    ['one number', ['--project', file, '--at', '116.3'], '经度,纬度'],
    ['no numbers', ['--project', file, '--at', ','], '经度,纬度'],
    ['a day that is none', ['--project', file, '--on', '2026-02-30'], '2026-02-30'],
    ['an unknown class', ['--project', file, '--at', '116.3,39.9', '--class', 'xx'], 'xx'],
    ['a class without a spot', ['--project', file, '--class', 'litter'], '--at'],
    ['an option of another command', ['--project', file, '--planar'], '--planar'],
  ])('refuses %s in one line', (_, args, words) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^hengzong: [^\n]+\n$/);
    expect(stderr).toContain(words);
  });
});
