import type { Polygon } from 'geojson';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';
import { differenceOfAreas, intersectAreas, toArea, unionOfAreas } from '#shared/geo/clip.ts';
import type { BoxedGround, Ground } from './boxed-ground.ts';

/** Grounds that one difference takes off at once; more are dealt with in two halves of the box. */
const most = 40;
/** Halvings after which a box is dealt with however many grounds meet in it. */
const deepest = 14;

function rectangle([west, south, east, north]: Bounds): Polygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function halves([west, south, east, north]: Bounds): [Bounds, Bounds] {
  if (east - west > north - south) {
    const middle = (west + east) / 2;
    return [
      [west, south, middle, north],
      [middle, south, east, north],
    ];
  }
  const middle = (south + north) / 2;
  return [
    [west, south, east, middle],
    [west, middle, east, north],
  ];
}

function restIn(part: Ground, covers: BoxedGround, box: Bounds, depth: number): Polygon[] {
  const over = covers.meeting(box);
  if (over.length === 0) return unionOfAreas([part]);
  if (over.length <= most || depth >= deepest) {
    return differenceOfAreas(
      part,
      over.map((number) => covers.at(number)),
    );
  }
  return halves(box).flatMap((half) => {
    const inHalf = toArea(intersectAreas([part, rectangle(half)]));
    return inHalf ? restIn(inHalf, covers, half, depth + 1) : [];
  });
}

/**
 * Ground of `whole` under none of the `covers`, by Turf's difference, box by box so that no single
 * difference takes too many grounds; what the boxes cut is put together again.
 */
export function uncovered(whole: Ground, covers: BoxedGround): Polygon[] {
  const rest = restIn(whole, covers, areaBounds(whole), 0);
  return rest.length > 1 ? unionOfAreas(rest) : rest;
}
