import { balanceGraph, type BalanceGraph, type BalanceProblem } from './balance-problem.ts';
import { DivisionSearch } from './division-search.ts';
import {
  type BalanceWeights,
  costOf,
  type DivisionScore,
  scoreDivision,
  worksOf,
} from './division-score.ts';
import { firstDivision } from './first-division.ts';
import { locksKept } from './locks-kept.ts';
import { matchedDivision } from './matched-division.ts';
import { presentDivision } from './present-division.ts';
import { seededRandom } from './seeded-random.ts';

/** What a proposal puts first. */
export const balanceAims = ['even', 'compact', 'gentle'] as const;
export type BalanceAim = (typeof balanceAims)[number];

/** Weights by aim: `even` looks for equal work, `compact` for short borders, `gentle` for little change. */
export const aimWeights: Readonly<Record<BalanceAim, BalanceWeights>> = {
  even: { balance: 20, compactness: 0.5, barriers: 0.5, change: 0.02 },
  compact: { balance: 4, compactness: 2, barriers: 1, change: 0.02 },
  gentle: { balance: 6, compactness: 0.4, barriers: 0.5, change: 1 },
};

export interface BalanceOptions {
  /** The same seed gives the same proposals. */
  seed: number;
  /** How long to search, from 1 (the least); twice as much takes twice as long. */
  effort?: number;
}

/** What the search needs of whoever runs it. */
export interface BalanceContext {
  /** Fraction done, 0 to 1. */
  progress(fraction: number): void;
  /** Lets others have their turn; throws when the search is to end. */
  breathe(): Promise<void>;
}

export interface DivisionProposal {
  aim: BalanceAim;
  /** Number of the zone for each unit; numbers of zones that are there now stay theirs. */
  zoneOf: number[];
  /** Work of each zone. */
  works: number[];
  score: DivisionScore;
}

/** Why no division is proposed. */
export class BalanceError extends Error {
  readonly reason: 'tooFewUnits' | 'noDivision';

  constructor(reason: BalanceError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

const restarts = 3;
const firstTemperature = 0.05;
const lastTemperature = 1e-5;
const firstTries = 20;
/** Steps between two breaths: some milliseconds. */
const stretch = 2000;

/** Divisions to start from: the one that is, if there is one, and new ones. */
function starts(graph: BalanceGraph, isWanted: boolean, random: () => number): Int32Array[] {
  const found: Int32Array[] = [];
  const present = isWanted ? presentDivision(graph) : null;
  if (present && locksKept(graph, present)) found.push(present);
  for (let i = 0; i < firstTries && found.length < restarts; i++) {
    const fresh = firstDivision(graph, random);
    if (fresh && locksKept(graph, fresh)) found.push(matchedDivision(graph, fresh));
  }
  return found;
}

/** Leaves out what another is at least as good as in work, border and change. */
function unbeaten(proposals: readonly DivisionProposal[]): DivisionProposal[] {
  const measures = ({ score }: DivisionProposal) => [
    score.deviation,
    score.cut,
    score.changed,
    score.crossed,
    score.apart,
  ];
  return proposals.filter((one, i) =>
    proposals.every((other, j) => {
      if (i === j) return true;
      const [own, theirs] = [measures(one), measures(other)];
      const isBeaten = theirs.every((value, k) => value <= own[k]! + 1e-12);
      const isSame = own.every((value, k) => Math.abs(value - theirs[k]!) <= 1e-12);
      return !isBeaten || (isSame && i < j);
    }),
  );
}

/**
 * Proposes divisions of units into zones, one or none for each aim, the evenest first. With zones that are
 * there now, improvements of them are looked for as well as new divisions. The same question and seed give
 * the same answer.
 * @throws BalanceError when there are fewer units than zones, or no division keeps the locked borders
 */
export async function proposeDivisions(
  problem: BalanceProblem,
  { seed, effort = 1 }: BalanceOptions,
  context: BalanceContext,
): Promise<DivisionProposal[]> {
  const { units, zoneCount } = problem;
  if (zoneCount < 1 || units.length < zoneCount) throw new BalanceError('tooFewUnits');
  const graph = balanceGraph(problem);
  const hasPresent = units.some(({ present }) => present !== null);
  const aims = balanceAims.filter((aim) => aim !== 'gentle' || hasPresent);
  const steps = Math.round(
    Math.min(400_000, Math.max(8000, 400 * units.length)) * Math.max(1, effort),
  );
  const random = seededRandom(seed);
  const first = starts(graph, hasPresent, random);
  if (first.length === 0) throw new BalanceError('noDivision');
  const proposals: DivisionProposal[] = [];
  for (const [a, aim] of aims.entries()) {
    const weights = aimWeights[aim];
    let best: Int32Array | null = null;
    let least = Infinity;
    for (const [s, start] of first.entries()) {
      const search = new DivisionSearch(graph, start, weights, random);
      for (let done = 0; done < steps; done += stretch) {
        const cooled = (lastTemperature / firstTemperature) ** (done / steps);
        search.run(Math.min(stretch, steps - done), firstTemperature * cooled);
        context.progress((a + (s + done / steps) / first.length) / aims.length);
        await context.breathe();
      }
      search.restart();
      search.run(Math.max(stretch, units.length * 20), 0);
      const cost = costOf(scoreDivision(graph, search.best), weights);
      if (cost >= least) continue;
      least = cost;
      best = search.best;
    }
    if (!best) continue;
    const zoneOf = hasPresent ? keepNumbers(graph, best) : best;
    proposals.push({
      aim,
      zoneOf: [...zoneOf],
      works: worksOf(graph, zoneOf),
      score: scoreDivision(graph, zoneOf),
    });
  }
  context.progress(1);
  return unbeaten(proposals);
}

/** Numbers of zones exchanged where that leaves more work where it is. */
function keepNumbers(graph: BalanceGraph, zoneOf: Int32Array): Int32Array {
  const matched = matchedDivision(graph, zoneOf);
  return scoreDivision(graph, matched).changed < scoreDivision(graph, zoneOf).changed
    ? matched
    : zoneOf;
}
