import type { BalanceProblem, UnitBorder } from '#shared/analysis/balance/balance-problem.ts';
import { seededRandom } from '#shared/analysis/balance/seeded-random.ts';

/** Square cells of 100 m side by side, each with some work; `present` says who has cell (x, y). */
export function lattice(
  columns: number,
  rows: number,
  zoneCount: number,
  workOf: (x: number, y: number) => number,
  present: (x: number, y: number) => number | null = () => null,
): BalanceProblem {
  const units = Array.from({ length: columns * rows }, (_, u) => {
    const [x, y] = [u % columns, Math.floor(u / columns)];
    return {
      id: `${x}/${y}`,
      work: workOf(x, y),
      x: x * 100,
      y: y * 100,
      present: present(x, y),
    };
  });
  const borders: UnitBorder[] = [];
  const join = (a: number, b: number) =>
    borders.push({ a, b, lengthM: 100, isBarrier: false, isLocked: false });
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (x + 1 < columns) join(y * columns + x, y * columns + x + 1);
      if (y + 1 < rows) join(y * columns + x, (y + 1) * columns + x);
    }
  }
  return { units, borders, zoneCount, zoneWork: 0, bridgeFree: false };
}

/** Work that is dense in a few places, as issues are: the same for the same seed. */
export function clustered(seed: number): (x: number, y: number) => number {
  const random = seededRandom(seed);
  const centres = Array.from({ length: 4 }, () => [random() * 20, random() * 20, 2 + random() * 6]);
  return (x, y) => {
    const near = centres.reduce((sum, [cx = 0, cy = 0, size = 1]) => {
      return sum + 30 * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * size * size));
    }, 0);
    return Math.round(1 + near + random() * 5);
  };
}

/** A context that lets nothing happen in between. */
export const quietly = { progress: () => undefined, breathe: () => Promise.resolve() };
