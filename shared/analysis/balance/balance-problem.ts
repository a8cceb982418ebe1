/** A piece of ground that is not divided further: a community, a cell, a block. */
export interface BalanceUnit {
  id: string;
  /** Workload; not negative. */
  work: number;
  /** A place inside, on a plane in metres. */
  x: number;
  y: number;
  /** Number of the zone (0 …) in which it is now; null when it is in none. */
  present: number | null;
}

/** Two units with a common border. */
export interface UnitBorder {
  a: number;
  b: number;
  lengthM: number;
  /** Along a river, a railway, a main road: zones should rather not reach over it. */
  isBarrier: boolean;
  /** A locked border: both units have to be in different zones. */
  isLocked: boolean;
}

/** Units to be put together to `zoneCount` zones. */
export interface BalanceProblem {
  units: readonly BalanceUnit[];
  borders: readonly UnitBorder[];
  zoneCount: number;
}

/** A problem with its borders by unit. */
export interface BalanceGraph extends BalanceProblem {
  /** Borders of unit u: `around[start[u]] …`, their numbers; and the unit beyond each. */
  start: Int32Array;
  around: Int32Array;
  beyond: Int32Array;
  totalWork: number;
  totalBorderM: number;
  totalBarrierM: number;
}

/** Numbers of the connected parts in which units lie. */
function partsOf(count: number, borders: readonly UnitBorder[]): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, u) => u);
  const root = (of: number): number => {
    let u = of;
    while (parent[u] !== u) {
      parent[u] = parent[parent[u]!]!;
      u = parent[u]!;
    }
    return u;
  };
  for (const { a, b } of borders) parent[root(a)] = root(b);
  return parent.map((_, u) => root(u));
}

/**
 * Links between the nearest units of parts that do not touch (islands, ground beyond a lake), so that all
 * hang together: where ground is apart a zone has to be able to be.
 */
function links({ units, borders }: BalanceProblem): UnitBorder[] {
  const made: UnitBorder[] = [];
  for (;;) {
    const parts = partsOf(units.length, [...borders, ...made]);
    const own = parts[0];
    let best: UnitBorder | null = null;
    let least = Infinity;
    for (let a = 0; a < units.length; a++) {
      if (parts[a] !== own) continue;
      for (let b = 0; b < units.length; b++) {
        if (parts[b] === own) continue;
        const distance = Math.hypot(units[a]!.x - units[b]!.x, units[a]!.y - units[b]!.y);
        if (distance >= least) continue;
        least = distance;
        best = { a, b, lengthM: 0, isBarrier: false, isLocked: false };
      }
    }
    if (!best) return made;
    made.push(best);
  }
}

/** Prepares a problem for the search. */
export function balanceGraph(problem: BalanceProblem): BalanceGraph {
  const { units, zoneCount } = problem;
  const borders = [...problem.borders, ...links(problem)];
  const start = new Int32Array(units.length + 1);
  for (const { a, b } of borders) {
    start[a + 1]!++;
    start[b + 1]!++;
  }
  for (let u = 0; u < units.length; u++) start[u + 1]! += start[u]!;
  const fill = start.slice(0, units.length);
  const around = new Int32Array(2 * borders.length);
  const beyond = new Int32Array(2 * borders.length);
  for (const [number, { a, b }] of borders.entries()) {
    around[fill[a]!] = number;
    beyond[fill[a]!++] = b;
    around[fill[b]!] = number;
    beyond[fill[b]!++] = a;
  }
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  return {
    units,
    borders,
    zoneCount,
    start,
    around,
    beyond,
    totalWork: sum(units.map(({ work }) => work)),
    totalBorderM: sum(borders.map(({ lengthM }) => lengthM)),
    totalBarrierM: sum(borders.map((border) => (border.isBarrier ? border.lengthM : 0))),
  };
}
