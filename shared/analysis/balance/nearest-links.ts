import Flatbush from 'flatbush';

/**
 * Pairs of places by which parts that do not touch hang together, each part by the nearest of another: the
 * shortest tree over all parts (Borůvka's rounds, 1926), so that thousands of parts take no longer than their
 * places take to sort.
 * @param places on a plane
 * @param partOf number of the part of each place
 */
export function nearestLinks(
  places: readonly { x: number; y: number }[],
  partOf: ArrayLike<number>,
): [a: number, b: number][] {
  const links: [number, number][] = [];
  if (places.length === 0) return links;
  const index = new Flatbush(places.length);
  for (const { x, y } of places) index.add(x, y);
  index.finish();
  const part = Int32Array.from(places, (_, i) => partOf[i]!);
  for (;;) {
    const sizes = new Map<number, number>();
    for (const one of part) sizes.set(one, (sizes.get(one) ?? 0) + 1);
    if (sizes.size < 2) return links;
    // The others look for it: it need not look for them.
    const [largest] = [...sizes].reduce((most, next) => (next[1] > most[1] ? next : most));
    const best = new Map<number, { a: number; b: number; distance: number }>();
    for (const [a, { x, y }] of places.entries()) {
      const own = part[a]!;
      if (own === largest) continue;
      const least = best.get(own)?.distance ?? Infinity;
      const [b] = index.neighbors(x, y, 1, least, (i) => part[i] !== own);
      if (b === undefined) continue;
      const distance = Math.hypot(places[b]!.x - x, places[b]!.y - y);
      if (distance < least) best.set(own, { a, b, distance });
    }
    const joined = new Map<number, number>();
    const rootOf = (one: number): number => {
      let root = one;
      while (joined.has(root)) root = joined.get(root)!;
      return root;
    };
    for (const { a, b } of best.values()) {
      const [from, to] = [rootOf(part[a]!), rootOf(part[b]!)];
      if (from === to) continue;
      joined.set(from, to);
      links.push([a, b]);
    }
    for (let i = 0; i < part.length; i++) part[i] = rootOf(part[i]!);
  }
}
