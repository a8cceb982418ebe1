import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { type Bounds, boundsOf } from '#shared/geo/bounds.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import { sliverEnds } from './sliver-sides.ts';

type Edge = [Position, Position];

const apart = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) =>
  Math.hypot(bx - ax, by - ay);

const within = ([x = 0, y = 0]: Position, [west, south, east, north]: Bounds) =>
  x >= west && x <= east && y >= south && y <= north;

/** Edges of an area whose boxes meet the given one. */
function edgesNear(area: Polygon | MultiPolygon, box: Bounds): Edge[] {
  const [west, south, east, north] = box;
  const found: Edge[] = [];
  for (const rings of polygonsOf(area)) {
    for (const ring of rings) {
      let a = ring[0] ?? [];
      let ax = a[0] ?? 0;
      let ay = a[1] ?? 0;
      for (let i = 1; i < ring.length; i++) {
        const b = ring[i] ?? a;
        const bx = b[0] ?? 0;
        const by = b[1] ?? 0;
        const beside = ax < west ? bx < west : ax > east && bx > east;
        const apart = ay < south ? by < south : ay > north && by > north;
        if (!beside && !apart) found.push([a, b]);
        a = b;
        ax = bx;
        ay = by;
      }
    }
  }
  return found;
}

/**
 * Whether the borders round a face were one line before they were moved to the grid: every corner
 * that a party has there lies within `near` of the border of another one. `parties` are the areas as
 * they were drawn; `step` is how far the grid may have moved them. All in the units of the positions.
 */
export function drawnTogether(
  face: Polygon,
  parties: readonly (Polygon | MultiPolygon)[],
  near: number,
  step: number,
): boolean {
  const outer = face.coordinates[0] ?? [];
  const [west, south, east, north] = boundsOf(outer);
  const box: Bounds = [west - step, south - step, east + step, north + step];
  const ends = sliverEnds(face);
  const sides = outer.slice(1).map((b, i): Edge => [outer[i] ?? b, b]);
  // Borders that only meet the face at its ends are as wide as it there, but do not run along it.
  const middles = sides.flatMap(([[ax = 0, ay = 0], [bx = 0, by = 0]]): Position[] => {
    const long = Math.hypot(bx - ax, by - ay) > 4 * step;
    return long ? [[(ax + bx) / 2, (ay + by) / 2]] : [];
  });
  const edges = parties.map((party) =>
    edgesNear(party, box).filter(([a, b]) =>
      middles.some((middle) => pointSegmentDistance(middle, a, b) <= step),
    ),
  );
  const besideFace = (p: Position) =>
    within(p, box) && sides.some(([a, b]) => pointSegmentDistance(p, a, b) <= step);
  if (edges.filter((own) => own.length > 0).length < 2) return false;
  return edges.every((own, i) => {
    const others = edges.filter((_, j) => j !== i).flat();
    return own.flat().every((corner) => {
      if (!besideFace(corner)) return true;
      // Between the ends a corner of two parties on one side says nothing of the other side.
      const between = ends.every((end) => apart(corner, end) > 2 * step);
      return others.some(([a, b]) => {
        if (between && (apart(corner, a) <= near || apart(corner, b) <= near)) return false;
        return pointSegmentDistance(corner, a, b) <= near;
      });
    });
  });
}

/** Shares of a step: rounding moves a place by up to half a diagonal; nearer than `same` is one place. */
const halfDiagonal = Math.SQRT1_2 + 1e-3;
const same = 0.1;

/**
 * Whether a corner of a face was drawn off the border that it faces, by more than rounding moves a
 * place, or next to another corner of the same face as only a vertex in two places is. Then the face
 * is in the data, however thin. `parties` and `step` as for {@link drawnTogether}.
 */
export function drawnApart(
  face: Polygon,
  parties: readonly (Polygon | MultiPolygon)[],
  step: number,
): boolean {
  const corners = face.coordinates.flat();
  const [west, south, east, north] = boundsOf(corners);
  const edges = parties.map((party) =>
    edgesNear(party, [west - step, south - step, east + step, north + step]),
  );
  const vertices = edges.map((own) =>
    own.flatMap(([a]) => (corners.some((c) => apart(a, c) <= halfDiagonal * step) ? [a] : [])),
  );
  const ends = sliverEnds(face);
  const isOff = (v: Position, party: number) => {
    const between = ends.every((end) => apart(v, end) > 2 * step);
    return !edges.some(
      (own, i) =>
        i !== party &&
        own.some(([a, b]) => {
          // A corner of two parties on one side says nothing of the other side.
          if (between && (apart(v, a) <= same * step || apart(v, b) <= same * step)) return false;
          return pointSegmentDistance(v, a, b) <= halfDiagonal * step;
        }),
    );
  };
  const isVertexOf = (v: Position, party: number) =>
    (edges[party] ?? []).some(([a, b]) => apart(v, a) <= same * step || apart(v, b) <= same * step);
  const isTwice = (p: Position, q: Position) => {
    const distance = apart(p, q);
    return distance > step / 2 && distance <= 2 * step;
  };
  return vertices.some((own, i) =>
    own.some((p) => {
      if (isOff(p, i)) return true;
      return vertices.some(
        (others, j) =>
          j > i && !isVertexOf(p, j) && others.some((q) => isTwice(p, q) && !isVertexOf(q, i)),
      );
    }),
  );
}
