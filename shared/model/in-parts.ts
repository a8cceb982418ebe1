import { partWeight } from './record-weight.ts';

/**
 * Items in parts that are each copied to another thread in a few milliseconds, so that sending a
 * whole district never holds a window up; a single heavy one is a part of its own.
 */
export function* inParts<Item>(
  items: Iterable<Item>,
  weightOf: (item: Item) => number,
): Generator<Item[], void, undefined> {
  let part: Item[] = [];
  let weight = 0;
  for (const item of items) {
    const own = weightOf(item);
    if (part.length > 0 && weight + own > partWeight) {
      yield part;
      part = [];
      weight = 0;
    }
    part.push(item);
    weight += own;
  }
  if (part.length > 0) yield part;
}
