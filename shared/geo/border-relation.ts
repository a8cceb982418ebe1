import type { AreaIndex } from './area-index.ts';
import { boundsMeet, boundsOf } from './bounds.ts';
import { segmentsTouch } from './segment-distance.ts';
import type { Position } from 'geojson';

/** What the edges of one area do to another: run inside it, outside, or along its border. */
export interface BorderRelation {
  inside: boolean;
  outside: boolean;
  /** Edges of the other area run through again, in the same direction. */
  same: boolean;
  /** Some edge crosses, touches or nearly touches the other's border away from common vertices. */
  unclear: boolean;
}

/** Whether edge a–b meets the border of `other` elsewhere than in common vertices. */
function meetsElsewhere(a: Position, b: Position, other: AreaIndex, epsilon: number): boolean {
  const equal = (p: Position, q: Position) => p[0] === q[0] && p[1] === q[1];
  return other.edgesIn(boundsOf([a, b]), epsilon).some(([c, d]) => {
    if (!segmentsTouch(a, b, c, d, epsilon)) return false;
    const [common, rest, far] = equal(a, c)
      ? [a, b, d]
      : equal(a, d)
        ? [a, b, c]
        : equal(b, c)
          ? [b, a, d]
          : equal(b, d)
            ? [b, a, c]
            : [null, b, a];
    if (!common) return true;
    // From a common vertex two edges meet again only when one lies along the other.
    const [x0 = 0, y0 = 0] = common;
    const [x1 = 0, y1 = 0] = rest;
    const [x2 = 0, y2 = 0] = far;
    const forward = (x1 - x0) * (x2 - x0) + (y1 - y0) * (y2 - y0) > 0;
    const across = Math.abs((x1 - x0) * (y2 - y0) - (y1 - y0) * (x2 - x0));
    const longest = Math.max(Math.hypot(x1 - x0, y1 - y0), Math.hypot(x2 - x0, y2 - y0));
    return forward && across <= epsilon * longest;
  });
}

/**
 * Follows the border of one area and says where it runs relative to another. Cheap and exact on
 * borders that match vertex by vertex, so that only the rest needs clipping.
 */
export function borderRelation(area: AreaIndex, other: AreaIndex, epsilon: number): BorderRelation {
  const relation = { inside: false, outside: false, same: false, unclear: false };
  for (const ring of area.rings) {
    let place: 'inside' | 'outside' | null = null;
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i - 1] ?? [];
      const b = ring[i] ?? [];
      if (!boundsMeet(boundsOf([a, b]), other.bounds, epsilon)) {
        relation.outside = true;
        place = 'outside';
        continue;
      }
      const shared = other.edge(a, b);
      if (shared) {
        relation.same ||= shared === 'same';
        place = null;
        continue;
      }
      if (meetsElsewhere(a, b, other, epsilon)) return { ...relation, unclear: true };
      if (!place || other.hasVertex(a)) {
        const [ax = 0, ay = 0] = a;
        const [bx = 0, by = 0] = b;
        const found = other.locate([(ax + bx) / 2, (ay + by) / 2], epsilon);
        if (found === 'border') return { ...relation, unclear: true };
        place = found;
      }
      relation[place] = true;
    }
  }
  return relation;
}

/** Whether two areas surely have no ground in common; false means unknown. */
export function surelyApart(a: AreaIndex, b: AreaIndex, epsilon: number): boolean {
  const apart = (r: BorderRelation) => !r.inside && !r.same && !r.unclear;
  return apart(borderRelation(a, b, epsilon)) && apart(borderRelation(b, a, epsilon));
}

/** Whether area `a` surely lies within `b`, both with outer rings anticlockwise; false: unknown. */
export function surelyWithin(a: AreaIndex, b: AreaIndex, epsilon: number): boolean {
  const along = borderRelation(a, b, epsilon);
  if (along.outside || along.unclear) return false;
  // Every edge of a is in b or on its border. What could still stick out is a part of a that
  // fills a hole of b: then b's border runs inside a, or along it the other way round.
  const back = borderRelation(b, a, epsilon);
  return !back.inside && !back.unclear && !oppositeEdge(a, b);
}

function oppositeEdge(a: AreaIndex, b: AreaIndex): boolean {
  return a.rings.some((ring) =>
    ring.some((p, i) => i > 0 && b.edge(ring[i - 1] ?? [], p) === 'opposite'),
  );
}
