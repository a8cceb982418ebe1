import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainAt } from '#shared/analysis/chain-at.ts';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { ChainProof } from '#shared/checks/chain-proof.ts';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import { settleMemory } from '#shared/jobs/chain-session/settle-memory.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { type Bench, median, type Row } from '#test/bench/bench.ts';
import { chainDay, generateChain, stress } from './generate-chain.ts';
import { sessionTimes } from './session-times.ts';

const repeats = 5;
const clicks = 500;
const edits = 200;
const quiet = { progress: () => undefined, breathe: () => Promise.resolve() };

const inputOf = (records: readonly AnyRecord[]): ChainCheckInput => ({
  ...chainInputOf(records),
  on: chainDay,
});

async function timed<T>(work: () => T | Promise<T>): Promise<[ms: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

const replaced = (from: AnyRecord, to: AnyRecord) => ({
  added: {},
  updated: { [from.id]: [from, to] as const },
  removed: {},
});

/** Times of edits one by one; each record changes to and fro. */
function editTimes<T extends AnyRecord>(
  proof: ChainProof,
  records: readonly T[],
  change: (record: T, i: number) => AnyRecord,
): number[] {
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    const from = records[Math.floor((i * records.length) / edits)];
    if (!from) break;
    const to = change(from, i);
    for (const patch of [replaced(from, to), replaced(to, from)]) {
      const start = performance.now();
      proof.apply(patch);
      times.push(performance.now() - start);
    }
  }
  return times;
}

const worst = (times: readonly number[]) => Math.max(...times);
const row = (what: string, value: number, unit: string, reference: number | null): Row => {
  return { what, value, unit, reference };
};

async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
  const file = join(folder, 'large.hengzong');
  const { records: generated, planted } = generateChain(stress);
  await writeFile(file, await packProject(generated));
  const reads: number[] = [];
  const proofs: number[] = [];
  let found = 0;
  let rules: Record<string, number> = {};
  let records: AnyRecord[] = [];
  for (let i = 0; i < repeats; i++) {
    // Fresh records each time: what is remembered for a geometry must not help the next run.
    const [read, project] = await timed(async () => unpackProject(await readFile(file)));
    records = project.records;
    reads.push(read);
    const [proof, report] = await timed(() => checkChain(inputOf(project.records), quiet));
    proofs.push(proof);
    found = report.findings.filter(({ rule }) =>
      ['vacant', 'double-holder', 'expired'].includes(rule),
    ).length;
    rules = {};
    for (const { rule } of report.findings) rules[rule] = (rules[rule] ?? 0) + 1;
  }
  await rm(folder, { recursive: true });

  const input = inputOf(records);
  const [preparing, index] = await timed(() => {
    const made = new ChainIndex(input);
    made.prepare();
    settleMemory();
    return made;
  });
  const clickTimes: number[] = [];
  for (let i = 0; i < clicks; i++) {
    const position = [116 + 0.5 * ((i * 0.618) % 1), 39.8 + 0.5 * ((i * 0.382) % 1)] as const;
    const start = performance.now();
    chainAt(index, { position, on: chainDay, issueClass: i % 2 === 0 ? null : 'litter' });
    clickTimes.push(performance.now() - start);
  }
  const session = await sessionTimes(records);
  const proof = new ChainProof(input);
  // As the chain session does once a project is loaded.
  settleMemory();
  const { people, posts } = input;
  const byPost = editTimes(proof, posts, (post, i) =>
    i % 2 === 0 ? { ...post, personId: null } : { ...post, personId: people[i]?.id ?? null },
  );
  const byPerson = editTimes(proof, people, (person, i) =>
    i % 2 === 0
      ? { ...person, phone: '' }
      : { ...person, leave: [{ from: chainDay, to: chainDay, deputyId: null }] },
  );
  const byTeam = editTimes(proof, input.teams ?? [], (team) => ({
    ...team,
    base: [team.base[0] + 0.05, team.base[1]],
  }));
  const name = `${stress.zones} zones, ${stress.points} points, ${stress.people} people, ${posts.length} posts`;
  return [
    row(`${name}: full proof against reading the file`, median(proofs), 'ms', median(reads)),
    row('vacant, double and expired seats found', found, '', planted),
    ...Object.entries(rules).map(([rule, n]) => row(`findings of ${rule}`, n, '', null)),
    row('making everything that clicks need', preparing, 'ms', null),
    row('chain at a spot, median (aim 5 ms)', median(clickTimes), 'ms', 5),
    row('chain at a spot, slowest', worst(clickTimes), 'ms', 5),
    row('one post edited, median (aim 16 ms)', median(byPost), 'ms', 16),
    row('one post edited, slowest', worst(byPost), 'ms', 16),
    row('one person edited, median', median(byPerson), 'ms', 16),
    row('one person edited, slowest', worst(byPerson), 'ms', 16),
    row('one team moved, median', median(byTeam), 'ms', 16),
    row('one team moved, slowest', worst(byTeam), 'ms', 16),
    ...session,
  ];
}

export default {
  name: 'Chain: proof, clicks and edits',
  reference: 'reading and parsing the same file; else the aim',
  run,
} satisfies Bench;
