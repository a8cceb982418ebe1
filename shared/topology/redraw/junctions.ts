import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { placeKey } from './border-change.ts';

/**
 * Vertices at which borders of the areas meet, by their {@link placeKey}: those with three neighbours
 * or more along all rings together. Areas must have each other's corners.
 */
export function junctionsOf(areas: readonly (Polygon | MultiPolygon)[]): Set<string> {
  const neighbours = new Map<string, Set<string>>();
  const join = (a: string, b: string): void => {
    const set = neighbours.get(a);
    if (set) set.add(b);
    else neighbours.set(a, new Set([b]));
  };
  for (const ring of areas.flatMap((area) => polygonsOf(area).flat())) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [placeKey(ring[i - 1]!), placeKey(ring[i]!)];
      join(a, b);
      join(b, a);
    }
  }
  const found = new Set<string>();
  for (const [key, set] of neighbours) if (set.size > 2) found.add(key);
  return found;
}

/** A line cut at those of its inner vertices that are junctions. */
export function cutAtJunctions(
  line: readonly Position[],
  junctions: ReadonlySet<string>,
): Position[][] {
  const parts: Position[][] = [[line[0]!]];
  for (let i = 1; i < line.length; i++) {
    parts.at(-1)!.push(line[i]!);
    if (i < line.length - 1 && junctions.has(placeKey(line[i]!))) parts.push([line[i]!]);
  }
  return parts;
}
