import { featureCollection, point, voronoi } from '@turf/turf';
import type { Segment } from './noding.ts';
import type { Random } from './random.ts';
import { distance, keyOf, metresX, metresY, moved, type Vertex } from './vertex.ts';

const reach = 2_000_000;

/**
 * Lines halfway between neighbouring seeds (Voronoi), computed on a plane in metres and rounded to
 * the grid. They run far beyond the seeds: whoever uses them cuts them to the ground meant.
 */
export function dividingLines(seeds: readonly Vertex[]): { a: Vertex; b: Vertex }[] {
  if (seeds.length < 2) return [];
  const [x0, y0] = seeds[0] as Vertex;
  const sites = seeds.map(([x, y]) => point([(x - x0) * metresX, (y - y0) * metresY]));
  const limit = reach * metresY;
  const cells = voronoi(featureCollection(sites), { bbox: [-limit, -limit, limit, limit] });
  const edges = new Map<string, { a: Vertex; b: Vertex }>();
  for (const cell of cells.features) {
    const ring = (cell.geometry.coordinates[0] ?? []).map(
      ([x = 0, y = 0]): Vertex => [Math.round(x0 + x / metresX), Math.round(y0 + y / metresY)],
    );
    ring.slice(1).forEach((b, index) => {
      const a = ring[index] as Vertex;
      const [first, last] = keyOf(a) < keyOf(b) ? [a, b] : [b, a];
      edges.set(`${keyOf(first)} ${keyOf(last)}`, { a: first, b: last });
    });
  }
  return [...edges.values()];
}

/** How far a border may leave its straight line, as a part of its length and in metres. */
const sway = { part: 0.1, metres: 90 };

/**
 * The line bent as a road or a stream is: a few kinks, each smaller than the one before it.
 * A border of a kilometre gets about eight pieces.
 */
export function bent(a: Vertex, b: Vertex, owner: string, random: Random): Segment[] {
  const length = distance(a, b);
  if (length < 160) return [{ a, b, owner }];
  const part = random.between(0.35, 0.65);
  const offset =
    Math.max(-1, Math.min(1, random.normal() / 2)) * Math.min(length * sway.part, sway.metres);
  const [dx, dy] = [(b[0] - a[0]) * metresX, (b[1] - a[1]) * metresY];
  const middle = moved(a, dx * part - (dy / length) * offset, dy * part + (dx / length) * offset);
  return [...bent(a, middle, owner, random), ...bent(middle, b, owner, random)];
}
