import {
  area as areaOf,
  booleanPointInPolygon,
  buffer,
  kinks,
  point as pointAt,
  polygon,
} from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Area } from '#shared/model/geometry.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import { type OpenedSample, openSample } from './open-sample.ts';

let sample: OpenedSample;
let blocks: BlockZone[];
beforeAll(async () => {
  sample = await openSample();
  blocks = sample.all('zone').filter((zone) => zone.shape === 'block');
}, 60_000);

const feature = (geometry: Area): Feature<Polygon | MultiPolygon> => ({
  type: 'Feature',
  properties: {},
  geometry: geometry as Polygon | MultiPolygon,
});

function ringsOf(geometry: Area): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/**
 * Directed edges with how often they are left when opposite ones cancel:
 *
 *     +--->---+--->---+          the two edges between A and B cancel,
 *     |   A   ^|  B   |          those around both are left
 *     +---<---+v--<---+
 */
class Edges {
  private readonly counts = new Map<string, number>();

  add(geometry: Area, sign: 1 | -1 = 1): this {
    for (const ring of ringsOf(geometry)) {
      for (let i = 1; i < ring.length; i++) this.count(String(ring[i - 1]), String(ring[i]), sign);
    }
    return this;
  }

  private count(from: string, to: string, sign: number): void {
    const [key, by] = from < to ? [`${from} ${to}`, sign] : [`${to} ${from}`, -sign];
    const sum = (this.counts.get(key) ?? 0) + by;
    if (sum === 0) this.counts.delete(key);
    else this.counts.set(key, sum);
  }

  /** Closed rings that what is left can be walked as; each edge once. */
  rings(): Position[][] {
    const next = new Map<string, string[]>();
    for (const [key, sum] of this.counts) {
      const [a = '', b = ''] = key.split(' ');
      const [from, to] = sum > 0 ? [a, b] : [b, a];
      for (let n = 0; n < Math.abs(sum); n++) next.set(from, [...(next.get(from) ?? []), to]);
    }
    const rings: Position[][] = [];
    for (const start of next.keys()) {
      let at = next.get(start)?.pop();
      if (at === undefined) continue;
      const ring = [start, at];
      while (at !== start) {
        at = next.get(at)?.pop();
        if (at === undefined) throw new Error('what is left does not close');
        ring.push(at);
      }
      rings.push(ring.map((text) => text.split(',').map(Number)));
    }
    return rings;
  }
}

const areas = (rings: Position[][]) =>
  rings.map((ring) => Math.round(areaOf(polygon([ring])) * 10) / 10).sort((a, b) => a - b);

describe('the division of the district', () => {
  it('has edges that cancel to the outline, but for what is planted', () => {
    const [district] = sample.all('district');
    const edges = new Edges();
    for (const zone of blocks) edges.add(zone.geometry);
    for (const exception of sample.all('exception')) edges.add(exception.geometry);
    edges.add(district?.geometry as Area, -1);
    const { gaps, overlaps } = sample.planted;
    const planted = [...gaps, ...overlaps].map((entry) => entry.areaM2);
    expect(areas(edges.rings())).toEqual(planted.sort((a, b) => a - b));
  });

  it('has an area balance that closes', () => {
    const sum = (list: readonly { geometry: Area }[]) =>
      list.reduce((total, { geometry }) => total + areaOf(feature(geometry)), 0);
    const total = (list: readonly { areaM2: number }[]) =>
      list.reduce((all, { areaM2 }) => all + areaM2, 0);
    const covered = sum(blocks) - total(sample.planted.overlaps);
    const whole = covered + sum(sample.all('exception')) + total(sample.planted.gaps);
    expect(Math.abs(whole - sum(sample.all('district')))).toBeLessThan(1);
  });

  it('has simple rings and no ground of less than 2,000 m² or of extreme shape', () => {
    for (const zone of blocks) {
      for (const ring of ringsOf(zone.geometry)) {
        expect(kinks(polygon([ring])).features, zone.name).toEqual([]);
        const length = ring
          .slice(1)
          .reduce((all, to, index) => all + metres(ring[index] as Position, to), 0);
        const area = areaOf(polygon([ring]));
        expect(area, zone.name).toBeGreaterThan(2_000);
        // 1 for a circle, 0.785 for a square.
        expect((4 * Math.PI * area) / length ** 2, zone.name).toBeGreaterThan(0.12);
      }
    }
  });

  it('has communities made of their zones and streets made of their communities', () => {
    const [first] = sample.planted.overlaps;
    expect(first).toBeDefined();
    const left: number[] = [];
    for (const community of sample.all('community')) {
      const edges = new Edges().add(community.geometry, -1);
      const own = blocks.filter((zone) => zone.parentId === community.id);
      expect(own.length, community.name).toBeGreaterThan(0);
      for (const zone of own) edges.add(zone.geometry);
      expect(edges.rings(), community.name).toEqual([]);
    }
    for (const street of sample.all('street')) {
      const edges = new Edges().add(street.geometry, -1);
      for (const community of sample.all('community')) {
        if (community.streetId === street.id) edges.add(community.geometry);
      }
      left.push(...areas(edges.rings()));
    }
    const disputed = sample.planted.overlaps.map((entry) => entry.areaM2);
    expect(left.sort((a, b) => a - b)).toEqual(disputed.sort((a, b) => a - b));
  });

  it('has strips and sites inside their street or community', () => {
    const parents = new Map(
      [...sample.all('street'), ...sample.all('community')].map((place) => [place.id, place]),
    );
    const others = sample.all('zone').filter((zone) => zone.shape !== 'block');
    expect(new Set(others.map((zone) => zone.shape))).toEqual(new Set(['strip', 'site']));
    for (const zone of others) {
      const reach =
        zone.shape === 'strip' ? zone.widthM / 2 : (zone as { radiusM: number }).radiusM;
      const ground = buffer(zone.geometry as Polygon, reach, { units: 'meters' });
      const parent = parents.get(zone.parentId ?? '');
      expect(parent, zone.name).toBeDefined();
      for (const position of ringsOf(ground?.geometry as Area).flat()) {
        expect(booleanPointInPolygon(position, feature(parent?.geometry as Area))).toBe(true);
      }
    }
  });

  it('has every point in exactly one block', () => {
    for (const { name, position } of sample.all('point')) {
      const around = blocks.filter((zone) =>
        booleanPointInPolygon(pointAt(position), feature(zone.geometry)),
      );
      expect(around.length, name).toBe(1);
    }
  });
});

function metres([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position): number {
  return Math.hypot((x1 - x0) * Math.cos((40 * Math.PI) / 180), y1 - y0) * 111_195;
}
