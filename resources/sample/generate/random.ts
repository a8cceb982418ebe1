/** Seeded random numbers: equal seeds give equal numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** Whole number in [0, count). */
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
  /** Index drawn in proportion to running totals (ascending, last one is the sum). */
  weighted(totals: readonly number[]): number;
  /** Normally distributed, mean 0 and deviation 1 (Box-Muller). */
  normal(): number;
  uuid(): string;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** A generator for one purpose; a purpose of its own keeps later changes elsewhere from reaching it. */
export function seeded(purpose: string): Random {
  let state = hashText(purpose);
  // mulberry32, public domain (Tommy Ettinger).
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => below(16).toString(16)).join('');
  return {
    next,
    below,
    between: (from, to) => from + next() * (to - from),
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    weighted(totals) {
      const wanted = next() * (totals.at(-1) ?? 0);
      let low = 0;
      let high = totals.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((totals[middle] as number) > wanted) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(12)}`,
  };
}

/** Running totals of weights, for {@link Random.weighted}. */
export function runningTotals(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}
