import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facesOf } from '#resources/sample/generate/faces.ts';
import { node, withoutDeadEnds } from '#resources/sample/generate/noding.ts';
import { areaOf, cancelled, ringEdges, ringsOf } from '#resources/sample/generate/rings.ts';
import { metresX, metresY, ringArea, type Vertex } from '#resources/sample/generate/vertex.ts';

const segment = (a: Vertex, b: Vertex) => ({ a, b, owner: '' });
const square = (x: number, y: number, size: number): Vertex[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const linesOf = (...rings: Vertex[][]) => rings.flatMap(ringEdges).map(([a, b]) => segment(a, b));
const steps = (areaM2: number) => areaM2 / (metresX * metresY);

describe('noding', () => {
  /*      |
   *  ----+----   crossing lines get a common vertex
   *      |
   */
  it('splits lines that cross', () => {
    const pieces = node([segment([0, 0], [100, 100]), segment([0, 100], [100, 0])]);
    expect(pieces.length).toBe(4);
    expect(pieces.every(({ a, b }) => [a, b].some(([x, y]) => x === 50 && y === 50))).toBe(true);
  });

  /*  +----+----+
   *  |    |         a line that ends on another splits it
   */
  it('splits a line at a T-junction', () => {
    const pieces = node([segment([0, 0], [100, 0]), segment([50, 0], [50, -40])]);
    expect(pieces.length).toBe(3);
  });

  /*  +----+----+
   *  |    |    |    of two overlapping lines one is left
   *  +----+----+
   */
  it('keeps a common border once', () => {
    const faces = facesOf(node(linesOf(square(0, 0, 100), square(100, 0, 100))));
    expect(faces.map((face) => Math.round(steps(face.areaM2)))).toEqual([10_000, 10_000]);
  });

  /*  +-------+
   *  | +---+ |
   *  | |   | |    a ring inside a face is its hole
   *  | +---+ |
   *  +-------+
   */
  it('finds faces with holes', () => {
    const faces = facesOf(node(linesOf(square(0, 0, 100), square(30, 30, 20))));
    const areas = faces.map((face) => Math.round(steps(face.areaM2))).sort((a, b) => a - b);
    expect(areas).toEqual([400, 9_600]);
  });

  it('removes lines that end nowhere', () => {
    const lines = node([...linesOf(square(0, 0, 100)), segment([100, 50], [180, 60])]);
    expect(withoutDeadEnds(lines).length).toBe(5);
  });

  const place = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));
  it('divides a square by any lines into faces whose edges cancel to its border', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 12 }), (cuts) => {
        const border = square(-10, -10, 3020);
        const lines = [...linesOf(border), ...cuts.map(([a, b]) => segment(a, b))];
        const faces = facesOf(withoutDeadEnds(node(lines)));
        const left = ringsOf(cancelled(faces.flatMap((face) => face.edges)));
        expect(left.length).toBe(1);
        expect(ringArea(left[0] ?? [])).toBeCloseTo(ringArea(border), 6);
        const total = faces.reduce((sum, face) => sum + face.areaM2, 0);
        expect(total).toBeCloseTo(ringArea(border), 6);
      }),
      { numRuns: 200 },
    );
  });

  /*  +---+
   *  | A |
   *  +---+---+      ground that touches itself in a vertex: two simple rings
   *      | B |
   *      +---+
   */
  it('makes simple rings of ground that touches itself', () => {
    const edges = [...ringEdges(square(0, 100, 100)), ...ringEdges(square(100, 0, 100))];
    const area = areaOf(ringsOf(cancelled(edges)));
    expect(area.type).toBe('MultiPolygon');
    expect(area.coordinates.length).toBe(2);
  });
});
