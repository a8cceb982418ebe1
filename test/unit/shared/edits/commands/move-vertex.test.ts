import fc from 'fast-check';
import { area, polygon as turfPolygon, union, featureCollection } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { moveVertex } from '#shared/edits/commands/move-vertex.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';

const zone = (n: number, ...rings: LonLat[][]) =>
  record('zone', n, {
    shape: 'block',
    parentId: null,
    name: `片区${n}`,
    geometry: { type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0]]) },
  });

const at = (x: number, y: number): LonLat => [116 + x / 1000, 40 + y / 1000];

//  (0,2)--(1,2)--(2,2)
//    |      |      |
//    |  1   |  2   |
//    |      |      |
//  (0,1)--(1,1)--(2,1)      zone 3 has the whole width: (1,1) is its vertex too
//    |      3      |
//  (0,0)---------(2,0)
const left = zone(1, [at(0, 1), at(1, 1), at(1, 2), at(0, 2)]);
const right = zone(2, [at(1, 1), at(2, 1), at(2, 2), at(1, 2)]);
const below = zone(3, [at(0, 0), at(2, 0), at(2, 1), at(1, 1), at(0, 1)]);

function documentOf(records: AnyRecord[]) {
  return new Document(records);
}

const all = () => documentOf([left, right, below]);

function moved(document: Document, from: LonLat, to: LonLat, allowInvalid = false) {
  const result = moveVertex(document, { from, to, allowInvalid });
  if ('refused' in result) throw new Error(result.refused);
  document.apply(result.patch);
  return result;
}

const ringsIn = (document: Document, n: number) =>
  (document.find('zone', idOf(n))?.geometry.coordinates ?? []) as LonLat[][];

describe('moveVertex', () => {
  it('moves every ring that has the vertex, and undo brings all of them back', () => {
    const document = all();
    const before = [...document.all('zone')];
    const result = moved(document, at(1, 1), at(1.2, 0.7));
    expect(Object.keys(result.patch.updated)).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(result.label).toEqual({
      key: 'edit.moveSharedVertex',
      params: { title: '片区1', count: 3 },
    });
    for (const { geometry } of document.all('zone')) {
      expect(JSON.stringify(geometry)).toContain(JSON.stringify(at(1.2, 0.7)));
      expect(JSON.stringify(geometry)).not.toContain(JSON.stringify(at(1, 1)));
    }
    document.apply(reversePatch(result.patch));
    expect(document.all('zone')).toEqual(before);
  });

  it('closes a ring again when its first vertex moves', () => {
    const document = all();
    moved(document, at(0, 0), at(-0.5, -0.5));
    const [ring = []] = ringsIn(document, 3);
    expect(ring[0]).toEqual(at(-0.5, -0.5));
    expect(ring.at(-1)).toEqual(ring[0]);
  });

  //  o-----o        o-----o
  //  | o-o |        | o-o |
  //  | o-* |   ->   |  \| |     a vertex of a hole moves like any other, here onto its neighbour,
  //  o-----o        o---*-o     and the two are one
  it('makes one vertex of two that come to lie in one place', () => {
    const hole = [at(1, 1), at(1, 2), at(2, 2), at(2, 1)];
    const document = documentOf([zone(1, [at(0, 0), at(3, 0), at(3, 3), at(0, 3)], hole)]);
    moved(document, at(2, 1), at(2, 2));
    const [, inner] = ringsIn(document, 1);
    expect(inner).toEqual([at(1, 1), at(1, 2), at(2, 2), at(1, 1)]);
  });

  //  o
  //  |\        moved onto another vertex a triangle has no ground left
  //  o-*
  it.each([
    [at(9, 9), at(1, 1), 'edit.refused.noVertex'],
    [at(1, 0), [181, 40] as LonLat, 'edit.refused.offTheMap'],
    [at(1, 0), [116, -90.1] as LonLat, 'edit.refused.offTheMap'],
    [at(1, 0), [Number.NaN, 40] as LonLat, 'edit.refused.offTheMap'],
    [at(1, 0), at(1, 0), 'edit.refused.unchanged'],
    [at(1, 0), [116.001 + 1e-9, 40] as LonLat, 'edit.refused.unchanged'],
    [at(1, 0), at(0, 1), 'edit.refused.ringCollapses'],
  ])('refuses %j to %j: %s', (from, to, reason) => {
    const document = documentOf([zone(1, [at(0, 0), at(1, 0), at(0, 1)])]);
    expect(moveVertex(document, { from, to })).toMatchObject({ refused: reason });
  });

  it('leaves strips, circles and the outline alone', () => {
    const outline = record('district', 20, { name: '区', code: '', geometry: left.geometry });
    const strip = record('zone', 21, {
      shape: 'strip',
      parentId: null,
      name: '路',
      widthM: 5,
      geometry: { type: 'LineString', coordinates: [at(1, 1), at(2, 1)] },
    });
    const document = documentOf([left, outline, strip]);
    expect(moveVertex(document, { from: at(1, 1), to: at(1.5, 1.5) })).toMatchObject({
      refused: 'edit.redraw.refused.outline',
    });
    const { patch } = moved(document, at(1, 1), at(1.5, 1.5), true);
    expect(Object.keys(patch.updated)).toEqual([idOf(1)]);
  });

  it('keeps the ground of all zones together as it was, whatever inner vertex moves where', () => {
    // The witness: Turf's union of the zones, and the sum of their areas.
    const place = fc.double({ min: 0.2, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(place, place, (x, y) => {
        const document = all();
        moved(document, at(1, 1), at(0.6 + x, 0.5 + y));
        const polygons = document
          .all('zone')
          .map(({ geometry }) => turfPolygon(geometry.coordinates as LonLat[][]));
        const together = union(featureCollection(polygons));
        const sum = polygons.reduce((total, one) => total + area(one), 0);
        expect(together ? area(together) : 0).toBeCloseTo(sum, 1);
      }),
      { numRuns: 50 },
    );
  });
});
