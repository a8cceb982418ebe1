import type { Position } from 'geojson';

/**
 * A closed ring before and after a change, which have so many positions in common from the begin and from the
 * end; together no more than the shorter one has. What lies between is what the change is about: of a ring of
 * fifty thousand vertices a few.
 */
export interface RingChange {
  before: readonly Position[];
  after: readonly Position[];
  head: number;
  tail: number;
}

export const samePosition = (a: Position, b: Position): boolean =>
  a === b || (a[0] === b[0] && a[1] === b[1]);

/** A closed ring that begins with its second position. */
const turned = (ring: readonly Position[]): readonly Position[] => [...ring.slice(1), ring[1]!];

function changeFrom(before: readonly Position[], after: readonly Position[]): RingChange {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && samePosition(before[head]!, after[head]!)) head++;
  const most = shorter - head;
  let [b, a] = [before.length - 1, after.length - 1];
  let tail = 0;
  for (; tail < most && samePosition(before[b]!, after[a]!); tail++) {
    b--;
    a--;
  }
  return { before, after, head, tail };
}

/** What a change has made of a ring; where its first position went, both are told from the second on. */
export function ringChange(before: readonly Position[], after: readonly Position[]): RingChange {
  const change = changeFrom(before, after);
  const isFirst = change.head + change.tail === 0 && before.length > 3 && after.length > 3;
  if (!isFirst || !samePosition(before[1]!, after[1]!)) return change;
  return changeFrom(turned(before), turned(after));
}

/** The positions of one side of a change from the last that both have before it to the first after it. */
export function changedPart(
  { before, after, head, tail }: RingChange,
  side: 'before' | 'after',
): readonly Position[] {
  const ring = side === 'before' ? before : after;
  return ring.slice(Math.max(0, head - 1), Math.min(ring.length, ring.length - tail + 1));
}
