import type { Position } from 'geojson';
import { webConversion } from './china-web.ts';
import { findCrs } from './crs.ts';
import { fromLocal, toLocal } from './local-frame.ts';

/** Conversions between a system and WGS84, [longitude, latitude] in degrees. */
export interface CrsConverter {
  /** Numbers that are no place on earth come out as NaN or Infinity. */
  readonly toWgs84: (position: Position) => Position;
  readonly fromWgs84: (place: Position) => Position;
}

const same: CrsConverter = { toWgs84: (place) => place, fromWgs84: (place) => place };

async function byProjection(definition: string): Promise<CrsConverter | null> {
  const { default: proj4 } = await import('proj4');
  try {
    const projection = proj4('EPSG:4326', definition);
    // Some definitions fail only when they are used.
    projection.forward([116.4, 39.9]);
    const safely =
      (convert: (position: [number, number]) => number[]) =>
      ([x = Number.NaN, y = Number.NaN]: Position): Position => {
        if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
        const [a = Number.NaN, b = Number.NaN] = convert([x, y]);
        return [a, b];
      };
    return {
      toWgs84: safely((position) => projection.inverse(position)),
      fromWgs84: safely((place) => projection.forward(place)),
    };
  } catch {
    return null;
  }
}

/** Conversions of a system by its id; null when it is none, or its definition is not understood. */
export async function crsConverter(id: string): Promise<CrsConverter | null> {
  const crs = findCrs(id);
  if (!crs) return null;
  const { method } = crs;
  if (method.by === 'local') {
    const { frame } = method;
    return {
      toWgs84: (position) => fromLocal(frame, position),
      fromWgs84: (place) => toLocal(frame, place),
    };
  }
  if (method.by === 'web') {
    const { default: gcoord } = await import('gcoord');
    return webConversion(gcoord, method.of);
  }
  return method.definition === null ? same : byProjection(method.definition);
}
