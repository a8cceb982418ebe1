import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { boundsOf, type Bounds } from '#shared/geo/bounds.ts';
import type { PreparedArea } from './prepared-area.ts';

interface Balance {
  a: Position;
  b: Position;
  /** How many zones run through the edge from a to b, less those from b to a. */
  net: number;
}

/** Edges of zones and boundary that do not cancel each other, in pairs of opposite direction. */
function uncancelledEdges(boundary: PreparedArea, zones: readonly PreparedArea[]): Bounds[] {
  const edges = new Map<string, Balance>();
  const count = (area: PreparedArea, sign: number) => {
    for (const ring of area.index.rings) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1] ?? [];
        const b = ring[i] ?? [];
        const forward = (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
        const key = forward < 0 ? `${String(a)};${String(b)}` : `${String(b)};${String(a)}`;
        const edge = edges.get(key);
        const step = forward < 0 ? sign : -sign;
        if (edge) edge.net += step;
        else edges.set(key, { a, b, net: step });
      }
    }
  };
  for (const zone of zones) count(zone, 1);
  count(boundary, -1);
  return [...edges.values()].filter(({ net }) => net !== 0).map(({ a, b }) => boundsOf([a, b]));
}

/** Joins boxes that meet into boxes around them, once. */
function joinOnce(boxes: readonly Bounds[], margin: number): Bounds[] {
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  const seen = new Set<number>();
  const joined: Bounds[] = [];
  for (const start of boxes.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const open = [start];
    const whole: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      const [w, s, e, n] = boxes[i] ?? whole;
      whole[0] = Math.min(whole[0], w);
      whole[1] = Math.min(whole[1], s);
      whole[2] = Math.max(whole[2], e);
      whole[3] = Math.max(whole[3], n);
      for (const j of tree.search(w - margin, s - margin, e + margin, n + margin)) {
        if (seen.has(j)) continue;
        seen.add(j);
        open.push(j);
      }
    }
    joined.push(whole);
  }
  return joined;
}

/**
 * Boxes that do not meet and that hold all gaps. Along the border of a gap the zones and the
 * boundary cannot cancel; its outer ring is connected, so it lies in the box around one group of
 * uncancelled edges that meet. Borders that match vertex by vertex cost no more than this count.
 */
export function defectWindows(
  boundary: PreparedArea,
  zones: readonly PreparedArea[],
  margin: number,
): Bounds[] {
  let boxes = uncancelledEdges(boundary, zones);
  for (let before = Infinity; boxes.length > 0 && boxes.length < before; ) {
    before = boxes.length;
    boxes = joinOnce(boxes, 3 * margin);
  }
  return boxes.map(([w, s, e, n]) => [w - margin, s - margin, e + margin, n + margin]);
}
