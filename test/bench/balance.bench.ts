import { balanceGraph, type BalanceProblem } from '#shared/analysis/balance/balance-problem.ts';
import { costOf, scoreDivision } from '#shared/analysis/balance/division-score.ts';
import { aimWeights, proposeDivisions } from '#shared/analysis/balance/propose-divisions.ts';
import { clustered, lattice, quietly } from '#test/unit/shared/analysis/balance/lattice.ts';
import { greedyGrowth, voronoiOfSeeds } from './balance/baselines.ts';
import { exhaustiveOptimum } from './balance/exhaustive.ts';
import { type Bench, median, type Row } from './bench.ts';

const seedsTried = 7;
const seeds = Array.from({ length: seedsTried }, (_, i) => i + 1);

const cases: [string, (seed: number) => BalanceProblem][] = [
  ['100 units, 6 zones', (seed) => lattice(10, 10, 6, clustered(seed))],
  ['400 units, 16 zones', (seed) => lattice(20, 20, 16, clustered(seed))],
  ['1,600 units, 64 zones', (seed) => lattice(40, 40, 64, clustered(seed))],
];

async function againstBaselines(what: string, problemOf: (seed: number) => BalanceProblem) {
  const ours: { deviation: number; cut: number; seconds: number }[] = [];
  const greedy: { deviation: number; cut: number }[] = [];
  const voronoi: { deviation: number; cut: number }[] = [];
  for (const seed of seeds) {
    const problem = problemOf(seed);
    const graph = balanceGraph(problem);
    const started = performance.now();
    const [first] = await proposeDivisions(problem, { seed }, quietly);
    ours.push({ ...first!.score, seconds: (performance.now() - started) / 1000 });
    greedy.push(scoreDivision(graph, greedyGrowth(graph, seed)));
    voronoi.push(scoreDivision(graph, voronoiOfSeeds(graph, seed)));
  }
  const of = (list: readonly { deviation: number; cut: number }[], key: 'deviation' | 'cut') =>
    median(list.map((score) => 100 * score[key]));
  const row = (
    key: 'deviation' | 'cut',
    name: string,
    other: typeof greedy,
    against: string,
  ): Row => ({
    what: `${name}, ${what}`,
    value: of(ours, key),
    unit: '%',
    reference: of(other, key),
    against,
    section: what,
  });
  return [
    row('deviation', 'farthest from the mean', greedy, 'greedy growth'),
    row('deviation', 'farthest from the mean', voronoi, 'Voronoi of seeds'),
    row('cut', 'border between zones', greedy, 'greedy growth'),
    row('cut', 'border between zones', voronoi, 'Voronoi of seeds'),
    {
      what: `all proposals, ${what}`,
      value: median(ours.map(({ seconds }) => seconds)),
      unit: 's',
      reference: null,
      section: what,
    },
  ] satisfies Row[];
}

/** Cost of what is proposed by that of the optimum. */
async function againstOptimum(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [columns, height, zones] of [
    [4, 3, 3],
    [5, 3, 2],
    [4, 3, 4],
  ] as const) {
    let hits = 0;
    const ratios: number[] = [];
    for (const seed of seeds) {
      const problem = lattice(columns, height, zones, clustered(seed));
      const best = exhaustiveOptimum(problem, aimWeights.even);
      const proposals = await proposeDivisions(problem, { seed }, quietly);
      const cost = Math.min(...proposals.map(({ score }) => costOf(score, aimWeights.even)));
      ratios.push(cost / best.cost);
      if (cost < best.cost * (1 + 1e-9)) hits++;
    }
    rows.push({
      what: `optimum found, ${columns * height} units, ${zones} zones`,
      value: hits,
      unit: `of ${seedsTried}`,
      reference: seedsTried,
      against: 'exhaustive search',
      section: 'small cases',
    });
    rows.push({
      what: `worst cost by the optimum's, ${columns * height} units, ${zones} zones`,
      value: Math.max(...ratios),
      unit: '×',
      reference: 1,
      against: 'exhaustive search',
      section: 'small cases',
    });
  }
  return rows;
}

const bench: Bench = {
  name: 'Balancing workload between zones',
  reference: 'baseline',
  async run() {
    const rows: Row[] = [];
    for (const [what, problemOf] of cases) rows.push(...(await againstBaselines(what, problemOf)));
    return [...rows, ...(await againstOptimum())];
  },
};

export default bench;
