import { describe, expect, it } from 'vitest';
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

describe('vertices of a zone', () => {
  it('come once each, with the number of zones that share them', () => {
    const counts = zoneVertices(left, zones).map(({ zoneCount }) => zoneCount);
    expect(counts).toEqual([1, 2, 2, 2, 1]);
    expect(zoneVertices(strip, zones)).toEqual([]);
  });

  it('have handles only while most are apart', () => {
    const line = (step: number) => Array.from({ length: 10 }, (_, i) => ({ x: i * step, y: 0 }));
    expect(areApart(line(20))).toBe(true);
    expect(areApart(line(3))).toBe(false);
    expect(areApart([])).toBe(false);
  });
});
