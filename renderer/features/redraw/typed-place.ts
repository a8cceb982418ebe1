import { typedPosition } from '#renderer/features/search/typed-position.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import { type LonLat, position } from '#shared/model/primitives.ts';

const figure = String.raw`(\d+(?:\.\d+)?)`;
const unit = String.raw`\s*(km|千米|公里|m|米)?\s*`;
const lengthAndBearing = new RegExp(
  String.raw`^\s*${figure}${unit}(?:[@<∠]\s*(-?\d+(?:\.\d+)?)\s*°?)?\s*$`,
  'i',
);

/**
 * The place that was typed, on the grid: `116.3512, 39.9871`; or from the anchor a length in metres and a
 * bearing in degrees clockwise from north, `120@45`; or a length alone, in the direction of `toward`.
 * Null when it is none of these, or lacks what it is measured from.
 */
export function typedPlace(
  typed: string,
  anchor: { from: LonLat | null; toward: LonLat | null },
): LonLat | null {
  const at = typedPosition(typed) ?? measured(typed, anchor);
  return at ? (position.safeParse(at.map(snapDegrees)).data ?? null) : null;
}

function measured(
  typed: string,
  { from, toward }: { from: LonLat | null; toward: LonLat | null },
): LonLat | null {
  const found = lengthAndBearing.exec(typed);
  if (!found || !from) return null;
  const plane = localMetres(from, false);
  const isKilometres = /^(km|千米|公里)$/i.test(found[2] ?? '');
  const lengthM = Number(found[1]) * (isKilometres ? 1000 : 1);
  let bearing: number;
  if (found[3] !== undefined) bearing = (Number(found[3]) * Math.PI) / 180;
  else {
    const [east = 0, north = 0] = toward ? plane.to(toward) : [];
    if (east === 0 && north === 0) return null;
    bearing = Math.atan2(east, north);
  }
  const [x = 0, y = 0] = plane.from([lengthM * Math.sin(bearing), lengthM * Math.cos(bearing)]);
  return [x, y];
}
