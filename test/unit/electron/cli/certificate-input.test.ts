import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box } from '#test/unit/shared/checks/given.ts';
import { buildCli, type CliProgram } from './cli-program.ts';
import { area, CertifiedFiles, collection, feature, lake } from './certified-files.ts';

let cli: CliProgram;
let given: CertifiedFiles;
beforeAll(async () => {
  cli = await buildCli();
  given = new CertifiedFiles(cli);
}, 120_000);
afterAll(() => cli.remove());

describe('hengzong certify and verify', () => {
  it.each<[string, string, () => string[]]>([
    ['no certificate named', '请指定证明文件', () => ['verify', ...given.planar()]],
    [
      'a certificate that is not there',
      '找不到文件',
      () => ['verify', 'nowhere.json', ...given.planar()],
    ],
    [
      'a certificate that is no JSON',
      '不是 JSON',
      () => ['verify', cli.file('c1.json', 'x'), ...given.planar()],
    ],
    [
      'GeoJSON for a certificate',
      '不是覆盖证明',
      () => ['verify', given.files().zones, ...given.planar()],
    ],
    [
      'a later format',
      '第 2 版',
      () => [
        'verify',
        cli.file('c2.json', { format: 'hengzong-certificate', version: 2 }),
        ...given.planar(),
      ],
    ],
    [
      'a certificate with a part missing',
      '其中的 product 有误',
      () => [
        'verify',
        cli.file('c3.json', { format: 'hengzong-certificate', version: 1 }),
        ...given.planar(),
      ],
    ],
    ['two certificates', '只能给一次', () => ['verify', 'a.json', 'b.json', ...given.planar()]],
    ['no output', '-o', () => ['certify', ...given.planar()]],
    [
      'its own input for output',
      'zones.json',
      () => ['certify', ...given.planar(), '-o', './zones.json'],
    ],
    [
      'no boundary',
      '--boundary',
      () => ['certify', '--zones', given.files().zones, '-o', 'x.json'],
    ],
    [
      'a folder that is not there',
      '没有写成',
      () => ['certify', ...given.planar(), '-o', 'no/where.json'],
    ],
    [
      'a day that is none',
      '--on',
      () => ['certify', ...given.planar().slice(0, -3), '2026-02-30', '-o', 'x.json'],
    ],
    [
      'an exception without approver',
      '没有写明 approver',
      () => [
        'certify',
        ...given.planar({
          exceptions: cli.file(
            'e2.json',
            collection(area({ ...lake, approver: '' }, box(60, 10, 80, 30))),
          ),
        }),
        '-o',
        'x.json',
      ],
    ],
    [
      'an exception with a broken day',
      '没有写明 expires',
      () => [
        'certify',
        ...given.planar({
          exceptions: cli.file(
            'e3.json',
            collection(area({ ...lake, expires: '31.12.2026' }, box(60, 10, 80, 30))),
          ),
        }),
        '-o',
        'x.json',
      ],
    ],
    [
      'a line without width',
      'line.json 中没有面',
      () => [
        'certify',
        ...given.planar({
          zones: cli.file(
            'line.json',
            feature(
              { name: 'l' },
              {
                type: 'LineString',
                coordinates: [
                  [0, 0],
                  [1, 1],
                ],
              },
            ),
          ),
        }),
        '-o',
        'x.json',
      ],
    ],
  ])('refuse %s with one sentence and status 2', (_, sentence, args) => {
    const { status, stdout, stderr } = cli.run(...args());
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('{{');
  });
});
