import type { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { type DxfThing, numberOf } from './groups.ts';

/** Codes of the heights of a thing's own positions; behind 31 an ellipse has a direction. */
const heightCodes = (kind: string): readonly number[] => (kind === 'LINE' ? [30, 31] : [30]);

/** Counts the positions of a thing that stand above or below the plane. Of a polyline all have the height of its head, or each its own. */
export function countHeights(thing: DxfThing, left: LeftOut): void {
  const { kind, groups } = thing;
  if (kind === 'LWPOLYLINE') {
    const vertices = groups.filter(({ code }) => code === 10).length;
    left.height(numberOf(thing, 38), vertices);
    return;
  }
  if (kind !== 'POLYLINE') {
    for (const code of heightCodes(kind)) left.height(numberOf(thing, code));
    return;
  }
  const head = numberOf(thing, 30);
  let own = head;
  let isVertex = false;
  for (const { code, value } of groups) {
    if (code === 0) {
      if (isVertex) left.height(own);
      isVertex = value === 'VERTEX';
      own = head;
    } else if (isVertex && code === 30) own = Number(value) || head;
  }
  if (isVertex) left.height(own);
}
