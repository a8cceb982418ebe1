import { density } from './density.ts';
import type { Random } from './random.ts';
import { distance, innerVertex, inside, type Ring, ringArea, type Vertex } from './vertex.ts';

type Span = readonly [low: number, high: number];

function spanOf(values: readonly number[]): Span {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

/** Boxes around grounds that places are drawn from again and again. */
const boxes = new WeakMap<readonly Ring[], readonly [x: Span, y: Span]>();

function boxAround(rings: readonly Ring[]): readonly [x: Span, y: Span] {
  let box = boxes.get(rings);
  if (!box) {
    const all = rings.flat();
    box = [spanOf(all.map(([x]) => x)), spanOf(all.map(([, y]) => y))];
    boxes.set(rings, box);
  }
  return box;
}

/** A random place inside the rings. */
export function placeWithin(rings: readonly Ring[], random: Random): Vertex {
  const [x, y] = boxAround(rings);
  for (;;) {
    const place: Vertex = [Math.round(random.between(...x)), Math.round(random.between(...y))];
    if (inside(rings, place)) return place;
  }
}

export function nearest(places: readonly Vertex[], to: Vertex): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  places.forEach((place, index) => {
    const away = distance(place, to);
    if (away < least) [best, least] = [index, away];
  });
  return best;
}

/** Centres of the groups that lie nearest to each, after a few rounds (Lloyd 1982). */
function relaxed(start: readonly Vertex[], samples: readonly Vertex[], rounds: number): Vertex[] {
  let centres = [...start];
  for (let round = 0; round < rounds; round++) {
    const sums = centres.map(() => [0, 0, 0]);
    for (const sample of samples) {
      const sum = sums[nearest(centres, sample)] as number[];
      sum[0] = (sum[0] ?? 0) + sample[0];
      sum[1] = (sum[1] ?? 0) + sample[1];
      sum[2] = (sum[2] ?? 0) + 1;
    }
    centres = centres.map((centre, index): Vertex => {
      const [x = 0, y = 0, count = 0] = sums[index] ?? [];
      return count === 0 ? centre : [Math.round(x / count), Math.round(y / count)];
    });
  }
  return centres;
}

/**
 * Seeds of a street's zones: spread evenly but not regularly, closer together where more is built.
 * Every separate part of the street has one at least.
 */
export function zoneSeeds(rings: readonly Ring[], random: Random): Vertex[] {
  const holes = rings.filter((ring) => ringArea(ring) < 0);
  return rings
    .filter((ring) => ringArea(ring) > 0)
    .flatMap((shell) => {
      const within = holes.filter((hole) => inside([shell], innerVertex([hole])));
      const part = [shell, ...within];
      const km2 = ringArea(shell) / 1e6;
      const count = Math.max(1, Math.round(4.6 * km2 ** 0.36 * Math.min(1, km2)));
      const samples: Vertex[] = [];
      while (samples.length < 60 * count) {
        const place = placeWithin(part, random);
        if (random.next() < 0.12 + density(place)) samples.push(place);
      }
      const seeds = relaxed(samples.slice(0, count), samples, 4);
      // The middle of a bent part can lie outside it.
      return seeds.map((seed) =>
        inside(part, seed) ? seed : (samples[nearest(samples, seed)] as Vertex),
      );
    });
}

/** Community of each zone seed: neighbours together, about two zones to a community. */
export function grouped(seeds: readonly Vertex[], random: Random): number[] {
  const count = Math.max(1, Math.round(seeds.length / 1.75));
  const start: Vertex[] = [];
  while (start.length < count) {
    const candidate = random.pick(seeds);
    if (!start.includes(candidate)) start.push(candidate);
  }
  const centres = relaxed(start, seeds, 6);
  return seeds.map((seed) => nearest(centres, seed));
}
