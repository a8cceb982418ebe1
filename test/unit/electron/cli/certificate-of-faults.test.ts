import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box } from '#test/unit/shared/checks/given.ts';
import { buildCli, type CliProgram } from './cli-program.ts';
import { area, CertifiedFiles, collection, east, west } from './certified-files.ts';

let cli: CliProgram;
let given: CertifiedFiles;
beforeAll(async () => {
  cli = await buildCli();
  given = new CertifiedFiles(cli);
}, 120_000);
afterAll(() => cli.remove());

describe('hengzong certify and verify, of faulty data', () => {
  // Broken data is certified as what it is, and the witness sees the same.
  const bow = [
    [0, 0],
    [50, 50],
    [50, 0],
    [0, 50],
    [0, 0],
  ];
  it.each<[string, unknown[]]>([
    [
      'a gap and an overlap',
      [area({ name: 'a' }, box(0, 0, 60, 40)), area({ name: 'b' }, box(50, 0, 100, 50))],
    ],
    [
      'ground outside',
      [area({ name: 'a' }, box(-5, 0, 50, 50)), area({ name: 'b' }, box(50, 0, 100, 55))],
    ],
    [
      'three on one place',
      ['a', 'b', 'c'].map((name, i) => area({ name }, box(i, 0, 100 - 5 * i, 50))),
    ],
    ['a ring that crosses itself', [area({ name: 'a' }, bow), east]],
    ['the same zone twice', [west, west, east]],
    ['an open ring', [area({ name: 'a' }, box(0, 0, 50, 50).slice(0, -1)), east]],
    ['a border 30 cm off', [area({ name: 'a' }, box(0, 0, 49.7, 50)), east]],
    [
      'a hole that comes first',
      [area({ name: 'a' }, box(60, 10, 80, 30), box(50, 0, 100, 50)), west],
    ],
    [
      'a spike',
      [area({ name: 'a' }, [...box(0, 0, 50, 50).slice(0, -1), [-20, 50], [0, 50], [0, 0]]), east],
    ],
    [
      'zones for some classes only',
      [
        area({ name: 'a', shape: 'block', categories: ['x'] }, box(0, 0, 100, 50)),
        area({ name: 'b', shape: 'block', categories: ['y'] }, box(0, 0, 50, 50)),
      ],
    ],
  ])('confirm a certificate of %s', (_, features) => {
    const zones = cli.file('broken.json', collection(...features));
    const args = given.planar({ zones });
    const made = cli.run('certify', ...args, '-o', 'broken-cert.json');
    expect(made).toMatchObject({ status: 1, stderr: '' });
    expect(made.stdout).toContain('未能证明');
    expect(given.verifying('broken-cert.json', args)).toMatchObject({
      status: 0,
      verdict: 'not-proved',
      differences: [],
    });
  });

  it('confirm each issue class for itself', () => {
    const zones = cli.file(
      'classes.json',
      collection(
        area({ name: 'a', shape: 'block', categories: 'x、y' }, box(0, 0, 50, 50)),
        area({ name: 'b', shape: 'block', categories: ['x', 'y'] }, box(50, 0, 100, 50)),
        area({ name: 'c', shape: 'block', categories: ['z'] }, box(0, 0, 100, 50)),
      ),
    );
    const args = given.planar({ zones, exceptions: '' });
    cli.run('certify', ...args, '-o', 'classes-cert.json');
    const { coverage } = given.read('classes-cert.json') as { coverage: { categories: unknown[] } };
    expect(coverage.categories).toMatchObject([
      { keys: ['x', 'y'], verdict: 'proved', areas: { gap: 0 } },
      { keys: ['z'], verdict: 'proved', areas: { gap: 0 } },
      { keys: ['*'], verdict: 'nothing-to-prove' },
    ]);
    expect(given.verifying('classes-cert.json', args).differences).toEqual([]);
  });
});
