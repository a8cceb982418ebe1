import type { Position } from 'geojson';
import { toGrid } from '#shared/geo/grid.ts';
import type { Area } from '#shared/model/geometry.ts';
import { Holders } from './holders.ts';

const latitudeSteps = 2 ** 26;

/**
 * Areas that touch because they share vertices on the grid, kept up to date area by area. Borders
 * that run along each other share vertices; a corner where four areas meet is one shared vertex.
 */
export class AreaNeighbours {
  private readonly numbers = new Map<string, number>();
  private readonly ids: (string | undefined)[] = [];
  private readonly vertices: (Float64Array | undefined)[] = [];
  private readonly holders = new Holders();

  /** Adds an area or changes it; null takes it away. */
  set(id: string, area: Area | null): void {
    const number = this.numberOf(id);
    for (const key of this.vertices[number] ?? []) this.holders.remove(key, number);
    if (!area) {
      this.vertices[number] = undefined;
      return;
    }
    const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
    const keys = Float64Array.from(new Set(rings.flatMap((ring) => ring.map(vertexKey))));
    for (const key of keys) this.holders.add(key, number);
    this.vertices[number] = keys;
  }

  /** Neighbours of an area, each with the number of vertices shared with it. */
  of(id: string): Map<string, number> {
    const number = this.numberOf(id);
    const shared = new Map<string, number>();
    for (const key of this.vertices[number] ?? []) {
      for (const holder of this.holders.of(key)) {
        if (holder === number) continue;
        const other = this.ids[holder] as string;
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    return shared;
  }

  private numberOf(id: string): number {
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.ids.push(id) - 1;
      this.numbers.set(id, number);
    }
    return number;
  }
}

/**
 * One number for a vertex on the grid. Latitudes that are a multiple of 6.7° apart share numbers:
 * no project is that large, and a false neighbour would only cost a colour.
 */
export function vertexKey(position: Position): number {
  const x = toGrid(position[0] ?? 0);
  const y = toGrid(position[1] ?? 0);
  // 2^53 / 2^26 leaves 2^27 steps (13°) of longitude: counted from their own remainder likewise.
  return modulo(x, 2 ** 27) * latitudeSteps + modulo(y, latitudeSteps);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
