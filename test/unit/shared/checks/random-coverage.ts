import fc from 'fast-check';
import type { Position } from 'geojson';
import type { BlockZone } from '#shared/model/zone.ts';
import { block, box, outline, polygon } from './given.ts';

const cell = 100;

export interface PlantedDefect {
  rule: string;
  zones: string;
  area: number;
}

export interface RandomCoverage {
  boundary: ReturnType<typeof outline>;
  zones: BlockZone[];
  planted: PlantedDefect[];
}

const damage = fc.record({
  kind: fc.constantFrom('none', 'none', 'hole', 'missing', 'second', 'outside', 'lost-vertex'),
  side: fc.double({ min: 2, max: 30, noNaN: true }).map((x) => Math.round(x * 100) / 100),
});

const shape = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.integer({ min: 1, max: 4 }).chain((rows) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      /** Deviations of the three inner vertices of each border, in metres across it. */
      wiggles: fc.array(
        fc.integer({ min: -80, max: 80 }).map((x) => x / 10),
        {
          minLength: 6 * (columns + 1) * (rows + 1),
          maxLength: 6 * (columns + 1) * (rows + 1),
        },
      ),
      damages: fc.array(damage, { minLength: columns * rows, maxLength: columns * rows }),
    }),
  ),
);

/**
 * A grid of cells whose common borders wiggle alike on both sides, with damage of known area in the
 * middle of some cells: a hole, a missing zone, a second zone on top, a zone outside, or a vertex
 * of a border that only one side has lost.
 */
export const randomCoverage = shape.map(({ columns, rows, wiggles, damages }): RandomCoverage => {
  const deviation = (x: number, y: number, upward: boolean, i: number) =>
    wiggles[6 * (y * (columns + 1) + x) + (upward ? 3 : 0) + i] ?? 0;
  /** Inner vertices of the border from corner (x, y) to the right, or upward. */
  const border = (x: number, y: number, upward: boolean): Position[] =>
    [0, 1, 2].map((i) => {
      const along = (cell * (i + 1)) / 4;
      const across = deviation(x, y, upward, i);
      return upward ? [x * cell + across, y * cell + along] : [x * cell + along, y * cell + across];
    });
  const corner = (x: number, y: number): Position => [x * cell, y * cell];
  const ringOf = (x: number, y: number): Position[] => [
    corner(x, y),
    ...border(x, y, false),
    corner(x + 1, y),
    ...border(x + 1, y, true),
    corner(x + 1, y + 1),
    ...border(x, y + 1, false).toReversed(),
    corner(x, y + 1),
    ...border(x, y, true).toReversed(),
    corner(x, y),
  ];
  const across = Array.from({ length: columns }, (_, x) => x);
  const up = Array.from({ length: rows }, (_, y) => y);
  const rim: Position[] = [
    ...across.flatMap((x) => [corner(x, 0), ...border(x, 0, false)]),
    ...up.flatMap((y) => [corner(columns, y), ...border(columns, y, true)]),
    ...across
      .toReversed()
      .flatMap((x) => [corner(x + 1, rows), ...border(x, rows, false).toReversed()]),
    ...up.toReversed().flatMap((y) => [corner(0, y + 1), ...border(0, y, true).toReversed()]),
    corner(0, 0),
  ];

  const zones: BlockZone[] = [];
  const planted: PlantedDefect[] = [];
  for (const y of up) {
    for (const x of across) {
      const { kind, side } = damages[y * columns + x] ?? { kind: 'none', side: 0 };
      const name = `${x}/${y}`;
      const ring = ringOf(x, y);
      const [cx, cy] = [x * cell + 35, y * cell + 35];
      const square = box(cx, cy, cx + side, cy + side);
      const area = side * side;
      if (kind === 'missing') {
        // Counted only: missing neighbours make one gap together.
        planted.push({ rule: 'missing', zones: name, area: shoelace(ring) });
        continue;
      }
      if (kind === 'hole') {
        zones.push(block(name, polygon(ring, square)));
        planted.push({ rule: 'gap', zones: name, area });
      } else if (
        kind === 'lost-vertex' &&
        x + 1 < columns &&
        damages[y * columns + x + 1]?.kind !== 'missing'
      ) {
        // The middle vertex of the right border; its neighbours on the border stay.
        const lost = 6;
        zones.push(block(name, polygon(ring.filter((_, i) => i !== lost))));
        const wedge = ring.slice(lost - 1, lost + 2);
        const size = shoelace([...wedge, wedge[0] ?? []]);
        if (size !== 0)
          planted.push({ rule: size > 0 ? 'gap' : 'overlap', zones: name, area: Math.abs(size) });
      } else {
        zones.push(block(name, polygon(ring)));
      }
      if (kind === 'second') {
        zones.push(block(`${name}+`, polygon(square)));
        planted.push({ rule: 'overlap', zones: `${name}+${name}+`, area });
      }
      if (kind === 'outside') {
        const [ox, oy] = [-500 - x * cell, y * cell];
        zones.push(block(`${name}-`, polygon(box(ox, oy, ox + side, oy + side))));
        planted.push({ rule: 'outside', zones: `${name}-`, area });
      }
    }
  }
  return { boundary: outline(polygon(rim)), zones, planted };
});

/** Signed area of a closed ring on the plane. */
function shoelace(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x1 = 0, y1 = 0], i) => {
    const [x0 = 0, y0 = 0] = ring[i] ?? [];
    return sum + (x0 * y1 - x1 * y0) / 2;
  }, 0);
}
