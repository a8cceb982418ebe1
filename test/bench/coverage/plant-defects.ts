import type { Position } from 'geojson';
import { type Draft, type DraftZone, toMillimetre } from './draft.ts';

export const defectKinds = [
  'notch-gap',
  'notch-overlap',
  'inlet',
  'bulge-outside',
  'missing-zone',
  'duplicate-zone',
  'zone-inside-zone',
  'three-over-one',
  'unfilled-hole',
  'parallel-border',
  'missing-vertex',
  'moved-corner',
  'self-crossing',
] as const;
export type DefectKind = (typeof defectKinds)[number];

/** One defect as it was planted, and the one finding that it should lead to. */
export interface PlantedDefect {
  kind: DefectKind;
  rule: 'gap' | 'overlap' | 'outside' | 'mismatch' | 'duplicate' | 'invalid';
  /** Names of the zones concerned; none where it is nobody's ground. */
  zones: string[];
  /** m²; null for what is no ground. */
  area: number | null;
  /** Metres across, as far as it was chosen. */
  width: number;
  at: Position;
}

/** Borders nearer to each other than this (m) are mismatched, not ground in dispute. */
const toleranceM = 1;
/** A vertex that one side lacks is a slip of the hand when it costs less ground than this (m²). */
const slipM2 = 0.5;

function shoelace(ring: readonly Position[]): number {
  const [x0, y0] = ring[0]! as [number, number];
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    sum += (a[0]! - x0) * (b[1]! - y0) - (a[1]! - y0) * (b[0]! - x0);
  }
  return sum / 2;
}

/** The ring's area, less its holes. */
function areaOf(polygons: readonly Position[][][]): number {
  return polygons.reduce(
    (sum, rings) =>
      sum +
      rings.reduce((rest, ring, i) => rest + (i === 0 ? 1 : -1) * Math.abs(shoelace(ring)), 0),
    0,
  );
}

/**
 * Moves vertices `first` … `last` of a ring by `distance` to its left (inwards if counter-clockwise)
 * or, if negative, to its right. Answers the ground between the old line and the new one.
 */
function shift(ring: Position[], first: number, last: number, distance: number): Position[] {
  const before = ring.slice(first - 1, last + 2);
  const a = ring[first - 1]!;
  const b = ring[last + 1]!;
  const length = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
  const dx = (-(b[1]! - a[1]!) / length) * distance;
  const dy = ((b[0]! - a[0]!) / length) * distance;
  for (let i = first; i <= last; i++) {
    ring[i] = [toMillimetre(ring[i]![0]! + dx), toMillimetre(ring[i]![1]! + dy)];
  }
  return [...before, ...ring.slice(first, last + 1).reverse()];
}

/**
 * Plants `perKind` defects of each kind, each in a block of 3 × 3 zones of its own, so that they do
 * not meet. Sizes run from 1 mm to 8 m; a missing or doubled zone is as large as it is, and what a
 * vertex costs that only one side lacks is left to chance. The draft is changed.
 * @throws Error when there is not enough room.
 */
export function plantDefects(draft: Draft, perKind: number): PlantedDefect[] {
  const { zones, columns, rows, cellM, verticesPerSide: side } = draft;
  const truth: PlantedDefect[] = [];
  const removed = new Set<DraftZone>();
  const added: DraftZone[] = [];
  const width = (n: number): number => toMillimetre(0.001 * 8000 ** (n / Math.max(1, perKind - 1)));
  const inner: [number, number][] = [];
  const bottom: number[] = [];
  for (let i = 1; i + 1 < columns; i += 3) {
    bottom.push(i);
    for (let j = 4; j + 1 < rows; j += 3) inner.push([i, j]);
  }
  const take = (): [number, number] => {
    const place = inner.shift();
    if (place === undefined) throw new Error('Too many defects for so few zones');
    return place;
  };
  const takeBottom = (): [number, number] => {
    const i = bottom.shift();
    if (i === undefined) throw new Error('Too many defects for so short an edge');
    return [i, 0];
  };
  const zoneAt = ([i, j]: [number, number]): DraftZone => zones[j * columns + i]!;
  const square = ([i, j]: [number, number], size: number): Position[] => {
    const x = toMillimetre((i + 0.5) * cellM + 0.18 * cellM);
    const y = toMillimetre((j + 0.5) * cellM - 0.1 * cellM);
    return [
      [x, y],
      [toMillimetre(x + size), y],
      [toMillimetre(x + size), toMillimetre(y + size)],
      [x, toMillimetre(y + size)],
    ];
  };
  const middle = Math.floor(side / 2);
  const report = (
    kind: DefectKind,
    rule: PlantedDefect['rule'],
    names: string[],
    ground: Position[],
    wide: number,
  ): void => {
    const area = Math.abs(shoelace(ground));
    truth.push({ kind, rule, zones: names, area, width: wide, at: ground[0]! });
  };
  /** A place whose zone has one part only: others would leave ground in two places. */
  const takeWhole = (): [number, number] => {
    for (;;) {
      const place = take();
      if (zoneAt(place).polygons.length === 1) return place;
    }
  };

  for (let n = 0; n < perKind; n++) {
    const w = width(n);
    // The lower border of a zone is the upper one of the zone below: vertices 1 … side - 1.
    for (const [kind, distance, first, last] of [
      ['notch-gap', w, middle, middle],
      ['notch-overlap', -w, middle, middle],
      ['parallel-border', Math.min(w, 0.9 * toleranceM), 2, side - 2],
    ] as const) {
      const place = take();
      const zone = zoneAt(place);
      const ground = shift(zone.polygons[0]![0]!, first, last, distance);
      const below = zoneAt([place[0], place[1] - 1]);
      const near = Math.abs(distance) < toleranceM;
      const rule = near ? 'mismatch' : distance > 0 ? 'gap' : 'overlap';
      report(kind, rule, [zone.name, below.name], ground, Math.abs(distance));
    }
    const inlet = zoneAt(takeBottom());
    const near = w < toleranceM;
    report(
      'inlet',
      near ? 'mismatch' : 'gap',
      [inlet.name],
      shift(inlet.polygons[0]![0]!, middle, middle, w),
      w,
    );
    const bulge = zoneAt(takeBottom());
    const beyond = shift(bulge.polygons[0]![0]!, middle, middle, -w);
    report('bulge-outside', near ? 'mismatch' : 'outside', [bulge.name], beyond, w);

    const missing = zoneAt(takeWhole());
    removed.add(missing);
    // Its hole, if any, is filled by another zone.
    truth.push({
      kind: 'missing-zone',
      rule: 'gap',
      zones: [],
      area: areaOf(missing.polygons),
      width: cellM,
      at: missing.polygons[0]![0]![0]!,
    });
    const original = zoneAt(takeWhole());
    added.push({ name: `${original.name}-copy`, polygons: structuredClone(original.polygons) });
    truth.push({
      kind: 'duplicate-zone',
      rule: 'duplicate',
      zones: [original.name, `${original.name}-copy`],
      area: areaOf(original.polygons),
      width: cellM,
      at: original.polygons[0]![0]![0]!,
    });
    const outerPlace = take();
    const small = square(outerPlace, w);
    added.push({ name: `inside-${n}`, polygons: [[small]] });
    report('zone-inside-zone', 'overlap', [zoneAt(outerPlace).name, `inside-${n}`], small, w);

    const [i, j] = take();
    const spot = square([i, j], w);
    const neighbours = [zoneAt([i - 1, j]), zoneAt([i + 1, j])];
    for (const neighbour of neighbours) neighbour.polygons.push([[...spot]]);
    const three = [zoneAt([i, j]), ...neighbours].map(({ name }) => name);
    report('three-over-one', 'overlap', three, spot, w);

    const holed = take();
    const hole = square(holed, w);
    zoneAt(holed).polygons[0]!.push([...hole].reverse());
    report('unfilled-hole', 'gap', [zoneAt(holed).name], hole, w);

    const lacking = take();
    const ring = zoneAt(lacking).polygons[0]![0]!;
    let vertex = middle;
    const triangle = (): Position[] => ring.slice(vertex - 1, vertex + 2);
    // A vertex on the line itself would be missed by nobody.
    while (Math.abs(shoelace(triangle())) < 0.02) vertex++;
    const wedge = triangle();
    ring.splice(vertex, 1);
    const below = zoneAt([lacking[0], lacking[1] - 1]);
    const turn = shoelace(wedge);
    const rule = Math.abs(turn) <= slipM2 ? 'mismatch' : turn > 0 ? 'gap' : 'overlap';
    report('missing-vertex', rule, [zoneAt(lacking).name, below.name], wedge, 0);

    // A corner where four zones meet, over all three neighbours: a sliver along each border.
    const cornered = take();
    const own = zoneAt(cornered);
    const outer = own.polygons[0]![0]!;
    const [corner] = outer as [Position];
    const off = toMillimetre(Math.min(Math.max(w, 0.05), 0.9 * toleranceM) / Math.SQRT2);
    outer[0] = [toMillimetre(corner[0]! - off), toMillimetre(corner[1]! - off)];
    const beside = [
      zoneAt([cornered[0] - 1, cornered[1]]),
      zoneAt([cornered[0], cornered[1] - 1]),
    ].map(({ name }) => name);
    const swept = [corner, outer[1]!, outer[0], outer.at(-1)!];
    report('moved-corner', 'mismatch', [own.name, ...beside], swept, off * Math.SQRT2);

    // A bow-tie that fills two holes: its ring is the only thing wrong.
    const crossed = take();
    const half = Math.max(0.001, toMillimetre(w / 2));
    const [southWest, southEast, northEast, northWest] = square(crossed, 2 * half) as [
      Position,
      Position,
      Position,
      Position,
    ];
    const knot = [toMillimetre(southWest[0]! + half), toMillimetre(southWest[1]! + half)];
    zoneAt(crossed).polygons[0]!.push([southWest, knot, southEast], [northWest, northEast, knot]);
    added.push({
      name: `crossed-${n}`,
      polygons: [[[southWest, southEast, northWest, northEast]]],
    });
    truth.push({
      kind: 'self-crossing',
      rule: 'invalid',
      zones: [`crossed-${n}`],
      area: null,
      width: 2 * half,
      at: knot,
    });
  }
  draft.zones = [...zones.filter((zone) => !removed.has(zone)), ...added];
  return truth;
}
