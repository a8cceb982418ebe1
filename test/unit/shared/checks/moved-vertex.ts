import fc from 'fast-check';
import type { Position } from 'geojson';
import type { BlockZone } from '#shared/model/zone.ts';
import { block, outline, polygon } from './given.ts';

/** Zones round a hub, and one vertex that some of those who have it drew elsewhere. */
export interface MovedVertex {
  boundary: ReturnType<typeof outline>;
  zones: BlockZone[];
  planar: boolean;
  /** Names of those who have the vertex. */
  owners: string[];
  movedM: number;
  /** How wide the widest sliver is at most, in metres. */
  widthM: number;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const metresPerDegree = 111_195;
const perRay = 4;
const perArc = 6;

const draws = fc.record({
  /** Zones, and so borders that meet in the hub: two make a vertex of a line. */
  count: fc.integer({ min: 2, max: 4 }),
  planar: fc.boolean(),
  longitude: fc.double({ min: -170, max: 170, noNaN: true }),
  latitude: fc.double({ min: -70, max: 70, noNaN: true }),
  radius: fc.integer({ min: 60, max: 300 }),
  turn: share,
  wobbles: fc.array(share, { minLength: 48, maxLength: 48 }),
  place: fc.constantFrom('hub', 'ray', 'end', 'arc'),
  ray: fc.nat({ max: 3 }),
  step: fc.nat({ max: 5 }),
  direction: share,
  movers: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
});

/** The distance of a place from the line through two others. */
function offLine([x = 0, y = 0]: Position, [ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) {
  return Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / Math.hypot(bx - ax, by - ay);
}

/** A vertex moved by `movedM` metres: in the hub, on a border, at its end on the outline, or there. */
export function movedVertex(movedM: fc.Arbitrary<number>): fc.Arbitrary<MovedVertex> {
  return fc.tuple(draws, movedM).map(([draw, distance]): MovedVertex => {
    const { count, planar, longitude, latitude, radius, wobbles } = draw;
    const around = 2 * Math.PI;
    const wobble = (i: number) => (wobbles[i % wobbles.length] ?? 0) - 0.5;
    const angles = Array.from(
      { length: count },
      (_, i) => around * (draw.turn + (i + 0.4 * wobble(i)) / count),
    );
    const hub: Position = [0, 0];
    const rays = angles.map((angle, ray) =>
      Array.from({ length: perRay }, (_, i): Position => {
        const along = (radius * (i + 1)) / perRay;
        const across = i === perRay - 1 ? 0 : 0.12 * radius * wobble(4 + ray * perRay + i);
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        return [along * cos - across * sin, along * sin + across * cos];
      }),
    );
    const arcs = angles.map((from, ray) => {
      const to = (angles[ray + 1] ?? 0) || (angles[0] ?? 0) + around;
      return Array.from({ length: perArc }, (_, i): Position => {
        const angle = from + ((to - from) * (i + 1)) / (perArc + 1);
        const far = radius * (1 + 0.1 * wobble(20 + ray * perArc + i));
        return [far * Math.cos(angle), far * Math.sin(angle)];
      });
    });
    const rings = rays.map((ray, i) => [
      hub,
      ...ray,
      ...(arcs[i] ?? []),
      ...(rays[(i + 1) % count] ?? []).toReversed(),
    ]);
    const rim = rays.flatMap((ray, i) => [ray.at(-1) ?? [], ...(arcs[i] ?? [])]);
    const ray = rays[draw.ray % count] ?? [];
    const vertex =
      {
        hub,
        ray: ray[draw.step % (perRay - 1)],
        end: ray.at(-1),
        arc: arcs[draw.ray % count]?.[draw.step],
      }[draw.place] ?? hub;
    const [x = 0, y = 0] = vertex;
    const angle = around * draw.direction;
    const moved: Position = [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];

    const owners = rings.flatMap((ring, i) => (ring.includes(vertex) ? [i] : []));
    const chosen = owners.filter((i) => draw.movers[i]);
    const [first = 0, ...others] = owners;
    // Moved by all who have it, a vertex inside is only another vertex.
    const every = chosen.length === owners.length && !rim.includes(vertex);
    const movers = every ? others : chosen.length === 0 ? [first] : chosen;
    let widthM = 0;
    for (const i of owners) {
      const ring = rings[i] ?? [];
      const at = ring.indexOf(vertex);
      for (const step of [-1, 1]) {
        const next = ring.at((at + step) % ring.length) ?? hub;
        widthM = Math.max(widthM, Math.min(distance, offLine(moved, vertex, next)));
      }
    }
    const metresEast = metresPerDegree * Math.cos((latitude * Math.PI) / 180);
    const drawn = ([px = 0, py = 0]: Position): Position =>
      planar
        ? [Math.round(px * 1e3) / 1e3, Math.round(py * 1e3) / 1e3]
        : [
            Math.round((longitude + px / metresEast) * 1e7) / 1e7,
            Math.round((latitude + py / metresPerDegree) * 1e7) / 1e7,
          ];
    const closed = (ring: readonly Position[]) => polygon([...ring, ring[0] ?? []].map(drawn));
    const nameOf = (i: number) => 'ABCD'[i] ?? '';
    return {
      boundary: outline(closed(rim)),
      zones: rings.map((ring, i) => {
        const isMover = movers.includes(i);
        return block(nameOf(i), closed(ring.map((p) => (isMover && p === vertex ? moved : p))));
      }),
      planar,
      owners: owners.map(nameOf),
      movedM: distance,
      widthM,
    };
  });
}
