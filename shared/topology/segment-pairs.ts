import Flatbush from 'flatbush';
import type { Segments } from './segments.ts';

/** Segments known to be apart are looked up apart from the others if there are so many of them. */
const manyApart = 2000;

/** An index of the boxes of some segments, by their order in `numbers`. */
function indexOf({ ax, ay, bx, by }: Segments, numbers: ArrayLike<number>): Flatbush {
  const index = new Flatbush(numbers.length, 16, Int32Array);
  for (let i = 0; i < numbers.length; i++) {
    const s = numbers[i]!;
    index.add(
      Math.min(ax[s]!, bx[s]!),
      Math.min(ay[s]!, by[s]!),
      Math.max(ax[s]!, bx[s]!),
      Math.max(ay[s]!, by[s]!),
    );
  }
  index.finish();
  return index;
}

/** An index of the boxes of all segments, in their order; null without any. */
export function segmentIndex(segments: Segments): Flatbush | null {
  const { count } = segments;
  return count === 0
    ? null
    : indexOf(
        segments,
        Int32Array.from({ length: count }, (_, s) => s),
      );
}

/** Numbers of segments in lists of those that are apart, if there are many, and of all the others. */
function divided({ count, apart }: Segments): number[][] {
  if (apart === undefined) return [];
  const sizes = new Map<number, number>();
  for (let s = 0; s < count; s++) sizes.set(apart[s]!, (sizes.get(apart[s]!) ?? 0) + 1);
  const lists = new Map<number, number[]>();
  for (let s = 0; s < count; s++) {
    const group = apart[s]!;
    const own = group !== 0 && sizes.get(group)! > manyApart ? group : 0;
    const list = lists.get(own);
    if (list) list.push(s);
    else lists.set(own, [s]);
  }
  const others = lists.get(0) ?? [];
  lists.delete(0);
  return lists.size === 0 ? [] : [others, ...lists.values()];
}

/**
 * Visits every pair of segments whose boxes meet and that may meet outside their ends, the lower
 * number first. `index` is that of all. Where one ring of a hundred thousand edges lies side by side
 * with itself, as in a star, its own edges are never held against each other.
 */
export function segmentPairs(
  segments: Segments,
  index: Flatbush,
  visit: (e: number, f: number) => void,
): void {
  const { count, ax, ay, bx, by, apart } = segments;
  const mayMeet = (s: number, other: number): boolean =>
    apart === undefined || apart[s] === 0 || apart[s] !== apart[other];
  const search = (
    s: number,
    inIndex: Flatbush,
    numbers: readonly number[] | null,
    each: (other: number) => void,
  ): void => {
    inIndex.search(
      Math.min(ax[s]!, bx[s]!),
      Math.min(ay[s]!, by[s]!),
      Math.max(ax[s]!, bx[s]!),
      Math.max(ay[s]!, by[s]!),
      (i) => {
        each(numbers === null ? i : numbers[i]!);
        return false;
      },
    );
  };
  const lists = divided(segments);
  if (lists.length === 0) {
    for (let s = 0; s < count; s++) {
      search(s, index, null, (other) => {
        if (other > s && mayMeet(s, other)) visit(s, other);
      });
    }
    return;
  }
  const indexes = lists.map((list) => (list.length === 0 ? null : indexOf(segments, list)));
  const [others = []] = lists;
  const [ofOthers] = indexes;
  for (const s of others) {
    if (!ofOthers) break;
    search(s, ofOthers, others, (other) => {
      if (other > s && mayMeet(s, other)) visit(s, other);
    });
  }
  for (let a = 0; a < lists.length; a++) {
    for (let b = a + 1; b < lists.length; b++) {
      // The fewer are looked up among the more.
      const [few, many] = lists[a]!.length < lists[b]!.length ? [a, b] : [b, a];
      const among = indexes[many];
      if (!among) continue;
      for (const s of lists[few]!) {
        search(s, among, lists[many]!, (other) => visit(Math.min(s, other), Math.max(s, other)));
      }
    }
  }
}
