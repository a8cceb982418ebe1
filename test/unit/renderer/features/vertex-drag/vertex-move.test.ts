import { describe, expect, it } from 'vitest';
import { nearestVertex, verticesWithin } from '#renderer/features/vertex-drag/nearest-vertex.ts';
import { VertexMove } from '#renderer/features/vertex-drag/vertex-move.ts';
import { zoneVertices } from '#renderer/features/vertex-drag/zone-vertices.ts';
import { areApart } from '#renderer/map/handles-apart.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { record } from '#test/unit/shared/edits/records.ts';

const at = (x: number, y: number): LonLat => [116 + x / 1000, 40 + y / 1000];
const zone = (n: number, ...ring: LonLat[]) =>
  record('zone', n, {
    shape: 'block',
    parentId: null,
    name: `片区${n}`,
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
  });

//  +-----+-----+
//  |  1  |  2  |
//  |     *     |      * is the common vertex at (1, 1)
//  |     |     |
//  +-----+-----+
const left = zone(1, at(0, 0), at(1, 0), at(1, 1), at(1, 2), at(0, 2));
const right = zone(2, at(1, 0), at(2, 0), at(2, 2), at(1, 2), at(1, 1));
const strip = record('zone', 3, {
  shape: 'strip',
  parentId: null,
  name: '路',
  widthM: 4,
  geometry: { type: 'LineString', coordinates: [at(1, 1), at(2, 1)] },
});
const zones = [left, right, strip];

const textOf = (list: unknown) => JSON.stringify(list);

describe('a vertex on its way', () => {
  it('takes all zones that have it along, and knows them as they were', () => {
    const move = new VertexMove(zones, at(1, 1));
    const moved = move.to(at(1.2, 0.9), null);
    expect(moved?.map(({ id }) => id)).toEqual([left.id, right.id]);
    for (const { geometry } of moved ?? []) {
      expect(textOf(geometry)).toContain(textOf(at(1.2, 0.9)));
    }
    expect(move.isMoved).toBe(true);
    expect(move.before).toEqual([left, right]);
  });

  it('snaps to another vertex within reach, and not to itself or when told not to', () => {
    const move = new VertexMove(zones, at(1, 1));
    const reach: [number, number] = [0.0002, 0.0002];
    move.to(at(1.05, 1.95), reach);
    expect([move.at, move.snapped]).toEqual([at(1, 2), true]);
    move.to(at(1.05, 1.95), null);
    expect([move.at, move.snapped]).toEqual([at(1.05, 1.95), false]);
    move.to(at(1.01, 1.01), reach);
    expect(move.snapped).toBe(false);
  });

  it('goes by metres, also by steps finer than the grid, and back', () => {
    const move = new VertexMove(zones, at(1, 1));
    for (let i = 0; i < 10; i++) move.by(0.1, 0);
    move.by(-1, 0);
    expect(move.at).toEqual(at(1, 1));
    move.by(0, 1);
    expect((move.at[1] - at(1, 1)[1]) * 111_195).toBeCloseTo(1, 1);
    expect(move.isMoved).toBe(true);
  });

  it('stays where it is when a ring would lose its ground, or the place is off the map', () => {
    const triangle = zone(4, at(5, 0), at(6, 0), at(5, 1));
    const move = new VertexMove([triangle], at(6, 0));
    expect(move.to(at(5.5, 0.1), null)).not.toBeNull();
    expect(move.to(at(5, 1), null)).toBeNull();
    expect(move.to([181, 40], null)).toBeNull();
    expect(move.to([Number.NaN, 40], null)).toBeNull();
    expect(move.at).toEqual(at(5.5, 0.1));
  });
});

describe('vertices of a zone', () => {
  it('come once each, with the number of zones that share them', () => {
    const counts = zoneVertices(left, zones).map(({ zoneCount }) => zoneCount);
    expect(counts).toEqual([1, 2, 2, 2, 1]);
    expect(zoneVertices(strip, zones)).toEqual([]);
  });

  it('are found in a window, and the nearest of them', () => {
    const window = [...at(0.5, 0.5), ...at(2.5, 2.5)] as [number, number, number, number];
    const found = verticesWithin(zones, window, at(1, 1));
    expect(found).toHaveLength(2);
    expect(nearestVertex(found, at(1.9, 1.9), [0.001, 0.001])).toEqual(at(2, 2));
    expect(nearestVertex(found, at(1.5, 1), [0.0001, 0.0001])).toBeNull();
  });

  it('have handles only while most are apart', () => {
    const line = (step: number) => Array.from({ length: 10 }, (_, i) => ({ x: i * step, y: 0 }));
    expect(areApart(line(20))).toBe(true);
    expect(areApart(line(3))).toBe(false);
    expect(areApart([])).toBe(false);
  });
});
