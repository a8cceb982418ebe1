import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { type Draft, type DraftZone, seededRandom, toMillimetre } from './draft.ts';
import { plantDefects, type PlantedDefect } from './plant-defects.ts';

export interface GeneratedCoverage {
  zones: FeatureCollection<Polygon | MultiPolygon>;
  boundary: Feature<Polygon>;
  truth: PlantedDefect[];
  ringVertices: number;
}

/** A wiggly line from a to b without b: it only goes forward, so it never crosses itself. */
function wiggle(a: Position, b: Position, vertices: number, random: () => number): Position[] {
  const dx = b[0]! - a[0]!;
  const dy = b[1]! - a[1]!;
  const phases = [random(), random(), random()].map((value) => value * 2 * Math.PI);
  const line: Position[] = [a];
  for (let i = 1; i < vertices; i++) {
    const t = i / vertices;
    const wave =
      Math.sin(7 * t + phases[0]!) + 0.6 * Math.sin(19 * t + phases[1]!) + 0.3 * (random() - 0.5);
    const off = 0.05 * Math.sin(Math.PI * t) * wave;
    line.push([toMillimetre(a[0]! + t * dx - off * dy), toMillimetre(a[1]! + t * dy + off * dx)]);
  }
  return line;
}

/** A wiggly round island about a centre. */
function island(
  centre: Position,
  radius: number,
  vertices: number,
  random: () => number,
): Position[] {
  return Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * i) / vertices;
    const r = radius * (0.8 + 0.2 * random());
    return [
      toMillimetre(centre[0]! + r * Math.cos(angle)),
      toMillimetre(centre[1]! + r * Math.sin(angle)),
    ];
  });
}

/**
 * A perfect coverage in metres on a plane: a bent grid of zones with wiggly borders; every 12th
 * zone has a hole that a second part of its left neighbour fills.
 */
export function draftCoverage(zoneCount: number, verticesPerSide: number, seed: number): Draft {
  const random = seededRandom(seed);
  const columns = Math.max(1, Math.round(Math.sqrt(zoneCount)));
  const rows = Math.max(1, Math.round(zoneCount / columns));
  const cellM = 100;
  const corners: Position[][] = [];
  for (let j = 0; j <= rows; j++) {
    corners.push(
      Array.from({ length: columns + 1 }, (_, i) => [
        toMillimetre((i + 0.3 * (random() - 0.5)) * cellM),
        toMillimetre((j + 0.3 * (random() - 0.5)) * cellM),
      ]),
    );
  }
  const across = corners.map((row) =>
    row.slice(1).map((to, i) => wiggle(row[i]!, to, verticesPerSide, random)),
  );
  const up = corners
    .slice(1)
    .map((row, j) => row.map((to, i) => wiggle(corners[j]![i]!, to, verticesPerSide, random)));
  /** The line backwards, from its end (given) to its start (left out). */
  const back = (line: Position[], end: Position): Position[] => [end, ...line.slice(1).reverse()];
  const zones: DraftZone[] = [];
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const ring = [
        ...across[j]![i]!,
        ...up[j]![i + 1]!,
        ...back(across[j + 1]![i]!, corners[j + 1]![i + 1]!),
        ...back(up[j]![i]!, corners[j + 1]![i]!),
      ];
      zones.push({ name: `Z${j}-${i}`, polygons: [[ring]] });
    }
  }
  zones.forEach((zone, number) => {
    const i = number % columns;
    if (number % 12 !== 5 || i === 0) return;
    const centre: Position = [(i + 0.5) * cellM, (Math.floor(number / columns) + 0.5) * cellM];
    const ring = island(centre, 0.12 * cellM, verticesPerSide, random);
    zone.polygons[0]!.push([...ring].reverse());
    zones[number - 1]!.polygons.push([ring]);
  });
  const boundary = [
    ...across[0]!.flat(),
    ...up.flatMap((row) => row[columns]!),
    ...across[rows]!.flatMap((_, i) => {
      const k = columns - 1 - i;
      return back(across[rows]![k]!, corners[rows]![k + 1]!);
    }),
    ...up.flatMap((_, n) => {
      const j = rows - 1 - n;
      return back(up[j]![0]!, corners[j + 1]![0]!);
    }),
  ];
  return { zones, boundary, columns, rows, cellM, verticesPerSide, random };
}

const closed = (ring: Position[]): Position[] => [...ring, ring[0]!];

/** The draft as GeoJSON, with `defects` of each kind planted and written down. */
export function generateCoverage(
  zoneCount: number,
  options: { verticesPerSide?: number; seed?: number; defectsPerKind?: number } = {},
): GeneratedCoverage {
  const { verticesPerSide = 28, seed = 1, defectsPerKind = 0 } = options;
  const draft = draftCoverage(zoneCount, verticesPerSide, seed);
  const truth = plantDefects(draft, defectsPerKind);
  let ringVertices = 0;
  const features = draft.zones.map(({ name, polygons }): Feature<Polygon | MultiPolygon> => {
    const coordinates = polygons.map((rings) => rings.map(closed));
    for (const rings of coordinates) for (const ring of rings) ringVertices += ring.length;
    return {
      type: 'Feature',
      properties: { name },
      geometry:
        coordinates.length === 1
          ? { type: 'Polygon', coordinates: coordinates[0]! }
          : { type: 'MultiPolygon', coordinates },
    };
  });
  return {
    zones: { type: 'FeatureCollection', features },
    boundary: {
      type: 'Feature',
      properties: { name: 'boundary' },
      geometry: { type: 'Polygon', coordinates: [closed(draft.boundary)] },
    },
    truth,
    ringVertices,
  };
}
