/** Neighbours of a node with the weight of each contact (shared vertices, say). */
export type Neighbours = (id: string) => ReadonlyMap<string, number>;

/** A contact of this weight or more must differ in colour; a lighter one (a corner) should. */
const borderWeight = 2;

/**
 * Gives each of `ids` a colour, an index into `distances`, that differs from its neighbours', and
 * writes it into `colours`. Colours that still fit stay, so an edit does not repaint the map; nodes
 * that are no longer there must have been deleted from `colours`. Among the colours that are free the
 * one farthest from the neighbours' is taken, then the one used least.
 *
 * Nodes without a colour are taken in smallest-last order (Matula and Beck 1983), which needs at
 * most six colours for a map of areas.
 *
 * @param distances how well colour i can be told from colour j, symmetric
 * @returns the nodes whose colour changed
 */
export function colourNodes(
  colours: Map<string, number>,
  ids: Iterable<string>,
  neighbours: Neighbours,
  distances: readonly (readonly number[])[],
): string[] {
  const steps = colouring(colours, ids, neighbours, distances);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in small steps, between which the caller may do something else. */
export function* colouring(
  colours: Map<string, number>,
  ids: Iterable<string>,
  neighbours: Neighbours,
  distances: readonly (readonly number[])[],
): Generator<void, string[], undefined> {
  const used = distances.map(() => 0);
  for (const colour of colours.values()) used[colour] = (used[colour] as number) + 1;
  const changed = new Set<string>();

  const uncolour = (id: string) => {
    const colour = colours.get(id);
    if (colour === undefined) return;
    used[colour] = (used[colour] as number) - 1;
    colours.delete(id);
  };
  const paint = (id: string, colour: number) => {
    colours.set(id, colour);
    used[colour] = (used[colour] as number) + 1;
    changed.add(id);
  };

  const open: string[] = [];
  for (const id of ids) {
    if (clashes(id, colours, neighbours)) uncolour(id);
    if (!colours.has(id)) open.push(id);
    yield;
  }
  for (const id of yield* smallestLast(open, neighbours)) {
    yield;
    const best = bestColour(id, colours, neighbours, distances, used);
    paint(id, best.colour);
    if (!best.clash) continue;
    // All colours stand around this node: let the neighbours that clash with it choose again.
    for (const [other, weight] of neighbours(id)) {
      if (weight < borderWeight || colours.get(other) !== best.colour) continue;
      uncolour(other);
      paint(other, bestColour(other, colours, neighbours, distances, used).colour);
    }
  }
  return [...changed];
}

function clashes(id: string, colours: ReadonlyMap<string, number>, neighbours: Neighbours) {
  const own = colours.get(id);
  if (own === undefined) return false;
  for (const [other, weight] of neighbours(id)) {
    if (weight >= borderWeight && colours.get(other) === own) return true;
  }
  return false;
}

function bestColour(
  id: string,
  colours: ReadonlyMap<string, number>,
  neighbours: Neighbours,
  distances: readonly (readonly number[])[],
  used: readonly number[],
): { colour: number; clash: boolean } {
  const taken = distances.map(() => 0);
  const nearest = distances.map(() => Infinity);
  for (const [other, weight] of neighbours(id)) {
    const theirs = colours.get(other);
    if (theirs === undefined) continue;
    taken[theirs] = (taken[theirs] as number) + (weight >= borderWeight ? 1000 : 1);
    for (let colour = 0; colour < distances.length; colour += 1) {
      const distance = distances[colour]?.[theirs] ?? 0;
      if (colour !== theirs && distance < (nearest[colour] as number)) nearest[colour] = distance;
    }
  }
  let best = 0;
  for (let colour = 1; colour < distances.length; colour += 1) {
    const better =
      (taken[best] as number) - (taken[colour] as number) ||
      finite(nearest[colour]) - finite(nearest[best]) ||
      (used[best] as number) - (used[colour] as number);
    if (better > 0) best = colour;
  }
  return { colour: best, clash: (taken[best] as number) >= 1000 };
}

/** Without neighbours every colour is equally far. */
function finite(distance: number | undefined): number {
  return distance === undefined || distance === Infinity ? 1 : distance;
}

/** Order in which each node has as few as possible of its neighbours before it. */
function* smallestLast(
  ids: readonly string[],
  neighbours: Neighbours,
): Generator<void, string[], undefined> {
  const inside = new Set(ids);
  const contacts = new Map<string, string[]>();
  for (const id of ids) {
    contacts.set(
      id,
      [...neighbours(id)]
        .filter(([other, weight]) => weight >= borderWeight && inside.has(other))
        .map(([other]) => other),
    );
    yield;
  }
  const degree = new Map(ids.map((id) => [id, contacts.get(id)?.length ?? 0]));
  const buckets: string[][] = [];
  const put = (id: string) => {
    const size = degree.get(id) as number;
    let bucket = buckets[size];
    if (!bucket) {
      bucket = [];
      buckets[size] = bucket;
    }
    bucket.push(id);
  };
  for (const id of [...ids].reverse()) put(id);
  const order: string[] = [];
  let size = 0;
  while (inside.size > 0) {
    const id = buckets[size]?.pop();
    if (id === undefined) {
      size += 1;
      continue;
    }
    if (!inside.has(id) || degree.get(id) !== size) continue;
    inside.delete(id);
    order.push(id);
    yield;
    for (const other of contacts.get(id) ?? []) {
      if (!inside.has(other)) continue;
      degree.set(other, (degree.get(other) as number) - 1);
      put(other);
    }
    size = Math.max(0, size - 1);
  }
  return order.reverse();
}
