import type { Polygon } from 'geojson';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { AreaIndex, samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { surelyApart, surelyWithin } from '#shared/geo/border-relation.ts';
import { differenceOfAreas, intersectAreas, toArea, unionOfAreas } from '#shared/geo/clip.ts';
import { BoxedGround, type Ground } from './boxed-ground.ts';
import { uncovered } from './gaps.ts';
import { overlaps } from './overlaps.ts';
import { type Piece, sortPieces } from './piece.ts';

/** What the witness is asked: everything in canonical form, precedence not yet resolved. */
export interface WitnessQuestion {
  boundary: Ground;
  /** Of zones on the same ground the higher rank answers: 块 0, 条 1, 点 2. */
  zones: readonly { ground: Ground; rank: number }[];
  exceptions: readonly Ground[];
  planar: boolean;
}

export interface WitnessAnswer {
  gaps: Piece[];
  overlaps: Piece[];
  outside: Piece[];
  /** m² each; `noise` is what slivers below the grid's own step add up to, counted as covered. */
  areas: {
    boundary: number;
    covered: number;
    gap: number;
    overlap: number;
    outside: number;
    exception: number;
    noise: number;
  };
}

type Breathe = (fraction: number) => Promise<void>;

/** Gaps below this many m² that no piece accounts for are rounding of sums. */
const roundingM2 = 0.0005;

/** What is left of each zone on one level; null where a higher one answers for all of it. */
function onOneLevel(zones: WitnessQuestion['zones']): Ground[] {
  const higher = zones.filter(({ rank }) => rank > 0);
  if (higher.length === 0) return zones.map(({ ground }) => ground);
  const above = new BoxedGround(higher.map(({ ground }) => ground));
  const boxes = new BoxedGround(zones.map(({ ground }) => ground)).boxes;
  return zones.flatMap(({ ground, rank }, i) => {
    const over = above.meeting(boxes[i]!).filter((number) => higher[number]!.rank > rank);
    const left = toArea(
      differenceOfAreas(
        ground,
        over.map((number) => above.at(number)),
      ),
    );
    return left ? [left] : [];
  });
}

function outsideOf(zones: BoxedGround, boundary: Ground, planar: boolean): Polygon[] {
  const outline = new AreaIndex(boundary);
  const epsilon = samePlaceEpsilon(planar);
  return zones.list.flatMap((ground) => {
    if (surelyWithin(new AreaIndex(ground), outline, epsilon)) return [];
    return differenceOfAreas(ground, [boundary]);
  });
}

/** Ground of exceptions inside the boundary on which no zone stands. */
function excepted(exceptions: readonly Ground[], boundary: Ground, zones: BoxedGround): Polygon[] {
  const grounds = exceptions.length > 1 ? toArea(unionOfAreas(exceptions)) : exceptions[0];
  const inside = grounds && toArea(intersectAreas([grounds, boundary]));
  return inside ? uncovered(inside, zones) : [];
}

const sum = (polygons: readonly Polygon[], planar: boolean) =>
  polygons.reduce((all, polygon) => all + areaM2(polygon, planar), 0);

/**
 * Whether everything lies beside everything: no two zones overlap, none leaves the boundary, and no
 * exception meets a zone or the outside. Then areas alone tell what is not covered.
 */
function disjoint(
  question: WitnessQuestion,
  zones: BoxedGround,
  found: { overlaps: number; outside: number },
): boolean {
  if (found.overlaps + found.outside > 0) return false;
  const { exceptions, planar } = question;
  const epsilon = samePlaceEpsilon(planar);
  const grounds = new BoxedGround(exceptions);
  const outline = exceptions.length > 0 ? new AreaIndex(question.boundary) : null;
  return exceptions.every((_, i) => {
    const index = grounds.index(i);
    return (
      (!outline || surelyWithin(index, outline, epsilon)) &&
      zones
        .meeting(grounds.boxes[i]!)
        .every((number) => surelyApart(index, zones.index(number), epsilon)) &&
      grounds
        .meeting(grounds.boxes[i]!)
        .every((other) => other <= i || surelyApart(index, grounds.index(other), epsilon))
    );
  });
}

/**
 * What a coverage comes to by Turf's clipping and the sums of areas, without the engine that made
 * the certificate: slower, written apart, and so its witness.
 * @throws Error when the clipping fails; what `breathe` throws
 */
export async function witness(question: WitnessQuestion, breathe: Breathe): Promise<WitnessAnswer> {
  const { boundary, exceptions, planar } = question;
  const level = new BoxedGround(onOneLevel(question.zones));
  const common = await overlaps(level, planar, (done, total) => breathe((0.6 * done) / total));
  const pairs = common.flatMap(({ polygons }) => polygons);
  const over = sortPieces(pairs.length > 1 ? unionOfAreas(pairs) : pairs, planar);
  const beyond = outsideOf(level, boundary, planar);
  await breathe(0.7);
  const out = sortPieces(beyond.length > 1 ? unionOfAreas(beyond) : beyond, planar);

  const size = areaM2(boundary, planar);
  const zonesM2 = level.list.reduce((all, ground) => all + areaM2(ground, planar), 0);
  const apart = disjoint(question, level, { overlaps: pairs.length, outside: beyond.length });
  const exceptionsM2 = apart
    ? exceptions.reduce((all, ground) => all + areaM2(ground, planar), 0)
    : sum(excepted(exceptions, boundary, level), planar);
  await breathe(0.8);
  const closed = apart && Math.abs(size - zonesM2 - exceptionsM2) < roundingM2;
  const rest = closed ? [] : uncovered(boundary, new BoxedGround([...level.list, ...exceptions]));
  const gap = sortPieces(rest, planar);
  await breathe(1);
  const total = (pieces: readonly Piece[]) => pieces.reduce((all, piece) => all + piece.areaM2, 0);
  return {
    gaps: gap.pieces,
    overlaps: over.pieces,
    outside: out.pieces,
    areas: {
      boundary: size,
      covered: closed ? zonesM2 : size - total(gap.pieces) - exceptionsM2,
      gap: total(gap.pieces),
      overlap: total(over.pieces),
      outside: total(out.pieces),
      exception: exceptionsM2,
      noise: gap.noiseM2 + over.noiseM2 + out.noiseM2,
    },
  };
}
