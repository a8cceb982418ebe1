import type { Position } from 'geojson';
import type gcoord from 'gcoord';

type Gcoord = typeof gcoord;
export type WebSystem = 'GCJ-02' | 'BD-09' | 'BD-09MC';

/** Steps after which the inverse has settled, and the degrees (0.01 mm) at which it is taken to have. */
const steps = 30;
const settled = 1e-10;

/**
 * The inverse of a small distortion: the place whose distorted position is the one given, by
 * repeated correction. gcoord's own inverses are off by up to a decimetre or two.
 */
function undistort(distort: (place: Position) => Position, [x = 0, y = 0]: Position): Position {
  let [longitude, latitude] = [x, y];
  for (let step = 0; step < steps; step++) {
    const [px = 0, py = 0] = distort([longitude, latitude]);
    longitude += x - px;
    latitude += y - py;
    if (Math.abs(x - px) < settled && Math.abs(y - py) < settled) break;
  }
  return [longitude, latitude];
}

export interface WebConversion {
  /** [longitude, latitude] in WGS84 of a position of the system. */
  readonly toWgs84: (position: Position) => Position;
  readonly fromWgs84: (place: Position) => Position;
}

/** Conversions of a Chinese web map's system, with `library` reckoning the distortion. */
export function webConversion(library: Gcoord, of: WebSystem): WebConversion {
  const { WGS84, GCJ02, BD09, BD09MC } = library;
  const through =
    (from: typeof WGS84, to: typeof GCJ02 | typeof BD09 | typeof BD09MC) =>
    ([x = 0, y = 0]: Position): Position => [...library.transform([x, y], from, to)];
  if (of === 'GCJ-02') {
    const distort = through(WGS84, GCJ02);
    return { fromWgs84: distort, toWgs84: (position) => undistort(distort, position) };
  }
  const distort = through(WGS84, BD09);
  if (of === 'BD-09') {
    return { fromWgs84: distort, toWgs84: (position) => undistort(distort, position) };
  }
  const toDegrees = ([x = 0, y = 0]: Position): Position => [
    ...library.transform([x, y], BD09MC, BD09),
  ];
  const toMetres = ([x = 0, y = 0]: Position): Position => [
    ...library.transform([x, y], BD09, BD09MC),
  ];
  return {
    fromWgs84: (place) => toMetres(distort(place)),
    toWgs84: (position) => undistort(distort, toDegrees(position)),
  };
}
