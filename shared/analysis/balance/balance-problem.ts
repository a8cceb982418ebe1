import { nearestLinks } from './nearest-links.ts';

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
  /** Work that each zone is beside that of its units. */
  zoneWork: number;
  /** Zones have to hang together without reaching over barriers; see {@link balanceGraph}. */
  bridgeFree: boolean;
}

/** Borders by unit. Those of unit u: `around[start[u]] …`, their numbers; and the unit beyond each. */
export interface BordersAround {
  start: Int32Array;
  around: Int32Array;
  beyond: Int32Array;
}

/** A problem with its borders by unit. */
export interface BalanceGraph extends BalanceProblem, BordersAround {
  /** The borders over which zones hang together: all, or those that no barrier closes. */
  open: BordersAround;
  /** Number of the part, 0 and on, in which each unit lies: parts do not hang together over open borders. */
  partOf: Int32Array;
  partCount: number;
  /** Barriers that had to be crossed because the ground beyond was too little for a zone of its own. */
  bridges: number;
  /** Of the units and of the zones themselves. */
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
  return nearestLinks(units, partsOf(units.length, borders)).map(([a, b]) => ({
    a,
    b,
    lengthM: 0,
    isBarrier: false,
    isLocked: false,
  }));
}

/** Ground that a barrier cuts off is no zone of its own while its work is less than so much of a mean zone's. */
const leastShare = 0.25;

/**
 * Which borders barriers close. Ground cut off that is too little for a zone of its own, and the least where
 * there are more such parts than zones, is joined to the part beyond its longest barrier: one bridge each.
 */
function closedBorders(
  { units, zoneCount, zoneWork }: BalanceProblem,
  borders: readonly UnitBorder[],
  totalWork: number,
): { isClosed: Uint8Array; bridges: number } {
  const isClosed = Uint8Array.from(borders, ({ isBarrier }) => (isBarrier ? 1 : 0));
  const least = leastShare * (totalWork / zoneCount - zoneWork);
  for (let bridges = 0; ; bridges++) {
    const parts = partsOf(
      units.length,
      borders.filter((_, i) => isClosed[i] === 0),
    );
    const works = new Map<number, number>();
    for (const [u, { work }] of units.entries()) {
      works.set(parts[u]!, (works.get(parts[u]!) ?? 0) + work);
    }
    let small = -1;
    for (const [part, work] of works) {
      if (small === -1 || work < works.get(small)!) small = part;
    }
    if (works.size < 2 || (works.size <= zoneCount && works.get(small)! >= least)) {
      return { isClosed, bridges };
    }
    const lengths = new Map<number, number>();
    for (const [i, { a, b, lengthM }] of borders.entries()) {
      if (isClosed[i] === 0 || (parts[a] === small) === (parts[b] === small)) continue;
      const other = parts[a] === small ? parts[b]! : parts[a]!;
      lengths.set(other, (lengths.get(other) ?? 0) + lengthM);
    }
    const [beyond] = [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best));
    for (const [i, { a, b }] of borders.entries()) {
      const isBetween =
        (parts[a] === small && parts[b] === beyond) || (parts[b] === small && parts[a] === beyond);
      if (isBetween) isClosed[i] = 0;
    }
  }
}

function around(count: number, borders: readonly UnitBorder[], isLeft: Uint8Array): BordersAround {
  const start = new Int32Array(count + 1);
  const each = (act: (number: number, border: UnitBorder) => void) =>
    borders.forEach((border, number) => isLeft[number] === 1 || act(number, border));
  each((_, { a, b }) => {
    start[a + 1]!++;
    start[b + 1]!++;
  });
  for (let u = 0; u < count; u++) start[u + 1]! += start[u]!;
  const fill = start.slice(0, count);
  const numbers = new Int32Array(start[count]!);
  const beyond = new Int32Array(start[count]!);
  each((number, { a, b }) => {
    numbers[fill[a]!] = number;
    beyond[fill[a]!++] = b;
    numbers[fill[b]!] = number;
    beyond[fill[b]!++] = a;
  });
  return { start, around: numbers, beyond };
}

/**
 * Prepares a problem for the search. Without bridges a zone may lie on both sides of a barrier only where it
 * goes round its end: units are never joined over a border that is one. What a barrier cuts off makes zones of
 * its own; where it is too little for one (a quarter of a mean zone's work), or there are fewer zones than
 * such parts, the least of them is joined over its longest barrier after all, and counted in `bridges`.
 */
export function balanceGraph(problem: BalanceProblem): BalanceGraph {
  const { units, zoneCount, zoneWork, bridgeFree } = problem;
  const borders = [...problem.borders, ...links(problem)];
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  const totalWork = sum(units.map(({ work }) => work)) + zoneCount * zoneWork;
  const none = new Uint8Array(borders.length);
  const { isClosed, bridges } = bridgeFree
    ? closedBorders(problem, borders, totalWork)
    : { isClosed: none, bridges: 0 };
  const roots = partsOf(
    units.length,
    borders.filter((_, i) => isClosed[i] === 0),
  );
  const numbers = new Map([...new Set(roots)].map((root, number) => [root, number]));
  return {
    ...problem,
    borders,
    ...around(units.length, borders, none),
    open: around(units.length, borders, isClosed),
    partOf: roots.map((root) => numbers.get(root)!),
    partCount: numbers.size,
    bridges,
    totalWork,
    totalBorderM: sum(borders.map(({ lengthM }) => lengthM)),
    totalBarrierM: sum(borders.map((border) => (border.isBarrier ? border.lengthM : 0))),
  };
}
