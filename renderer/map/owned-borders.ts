import type { Position } from 'geojson';
import { vertexKey } from '#shared/analysis/area-neighbours.ts';
import { Holders } from '#shared/analysis/holders.ts';
import type { Area } from '#shared/model/geometry.ts';

/**
 * Divides the borders of touching areas among them, so that a border which two areas share is drawn
 * once: twice-drawn dashes fill each other's gaps. Kept up to date area by area.
 */
export class OwnedBorders {
  private readonly vertexNumbers = new Map<number, number>();
  private readonly numbers = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly areas = new Map<number, { area: Area; edges: Float64Array }>();
  private readonly holders = new Holders();

  /**
   * Adds an area or changes it; null takes it away.
   * @returns ids of the areas whose lines may have changed, itself first
   */
  set(id: string, area: Area | null): string[] {
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.ids.push(id) - 1;
      this.numbers.set(id, number);
    }
    const touched = new Set<number>([number]);
    for (const edge of this.areas.get(number)?.edges ?? []) {
      for (const holder of this.holders.of(edge)) touched.add(holder);
      this.holders.remove(edge, number);
    }
    this.areas.delete(number);
    if (area) {
      const keys = ringsOf(area).flatMap((ring) =>
        ring.slice(1).map((to, i) => this.edgeKey(ring[i] as Position, to)),
      );
      const edges = Float64Array.from(new Set(keys));
      for (const edge of edges) {
        this.holders.add(edge, number);
        for (const holder of this.holders.of(edge)) touched.add(holder);
      }
      this.areas.set(number, { area, edges });
    }
    return [...touched].map((touchedNumber) => this.ids[touchedNumber] as string);
  }

  /** The part of an area's border that it draws: lines in the direction of its rings. */
  linesOf(id: string): Position[][] {
    const number = this.numbers.get(id);
    const known = number === undefined ? undefined : this.areas.get(number);
    if (!known || number === undefined) return [];
    const lines: Position[][] = [];
    for (const ring of ringsOf(known.area)) {
      let line: Position[] | null = null;
      for (let i = 1; i < ring.length; i += 1) {
        const from = ring[i - 1] as Position;
        const to = ring[i] as Position;
        const owner = Math.min(...this.holders.of(this.edgeKey(from, to)));
        if (owner !== number) line = null;
        else if (line) line.push(to);
        else {
          line = [from, to];
          lines.push(line);
        }
      }
    }
    return lines;
  }

  private vertexNumber(position: Position): number {
    const key = vertexKey(position);
    let number = this.vertexNumbers.get(key);
    if (number === undefined) {
      number = this.vertexNumbers.size;
      this.vertexNumbers.set(key, number);
    }
    return number;
  }

  private edgeKey(from: Position, to: Position): number {
    const a = this.vertexNumber(from);
    const b = this.vertexNumber(to);
    return Math.min(a, b) * 2 ** 26 + Math.max(a, b);
  }
}

function ringsOf(area: Area): Position[][] {
  return area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
}
