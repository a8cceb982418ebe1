import type { Position } from 'geojson';
import type { GaussKruger } from './gauss-kruger.ts';
import { codeOfGaussKruger, meridianOf, widthOfZone } from './gauss-kruger.ts';

/** One way of reading the numbers of a layer. */
export interface CrsCandidate {
  crs: string;
  /** The file gives latitude before longitude, or north before east. */
  swapped: boolean;
}

/** Share of the positions for which both numbers lie in a range, in either order. */
function shares(
  positions: readonly Position[],
  fits: (x: number, y: number) => boolean,
): { plain: number; swapped: number } {
  let [plain, swapped] = [0, 0];
  for (const [x = Number.NaN, y = Number.NaN] of positions) {
    if (fits(x, y)) plain += 1;
    if (fits(y, x)) swapped += 1;
  }
  const count = Math.max(1, positions.length);
  return { plain: plain / count, swapped: swapped / count };
}

const most = 0.5;
const between = (value: number, low: number, high: number) => value >= low && value <= high;

/** Northings of China in metres from the equator. */
const isNorthing = (y: number) => between(y, 1_900_000, 6_100_000);
const isEasting = (x: number) => between(x, 100_000, 900_000);

const datums: readonly GaussKruger['datum'][] = ['cgcs2000', 'xian80', 'beijing54'];

function zonedSystems(eastings: readonly number[]): string[] {
  const zones = new Map<number, number>();
  for (const easting of eastings) {
    const zone = Math.floor(easting / 1_000_000);
    zones.set(zone, (zones.get(zone) ?? 0) + 1);
  }
  const [top] = [...zones].sort((a, b) => b[1] - a[1]);
  const width = top && widthOfZone(top[0]);
  if (!top || !width) return [];
  const zone = top[0];
  return systems({ width, zone, meridian: meridianOf(zone, width) });
}

function systems(of: Omit<GaussKruger, 'datum'>): string[] {
  return datums.flatMap((datum) => {
    const code = codeOfGaussKruger({ datum, ...of });
    return code === null ? [] : [`EPSG:${code}`];
  });
}

/** Systems without zone in the easting, near a longitude; all of China without one. */
function meridianSystems(longitude: number | null): string[] {
  const meridians: number[] = [];
  for (let meridian = 75; meridian <= 135; meridian += 3) {
    if (longitude === null || Math.abs(meridian - longitude) <= 3) meridians.push(meridian);
  }
  const utm = [];
  for (let zone = 43; zone <= 53; zone++) {
    if (longitude === null || Math.abs(6 * zone - 183 - longitude) <= 3.2) {
      utm.push(`EPSG:${32600 + zone}`);
    }
  }
  return [...meridians.flatMap((meridian) => systems({ width: 3, zone: null, meridian })), ...utm];
}

/**
 * Every system that the size of the numbers allows, likelier ones first. `longitude` is about where
 * the district lies; null when nobody knows. Empty when only control points can help.
 */
export function crsCandidates(
  positions: readonly Position[],
  longitude: number | null,
): CrsCandidate[] {
  const candidates: CrsCandidate[] = [];
  const add = (swapped: boolean, ids: readonly string[]) =>
    candidates.push(...ids.map((crs) => ({ crs, swapped })));

  const degrees = shares(positions, (x, y) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const china = shares(positions, (x, y) => between(x, 72, 138) && between(y, 0, 56));
  if (degrees.plain > most || degrees.swapped > most) {
    const ids = ['EPSG:4326', 'GCJ-02', 'BD-09', 'EPSG:4214', 'EPSG:4610'];
    const plausible = (share: number, inChina: number, other: number) =>
      share > most && (inChina > most || other <= most);
    if (plausible(degrees.plain, china.plain, china.swapped)) add(false, ids);
    if (plausible(degrees.swapped, china.swapped, degrees.plain)) add(true, ids);
    if (candidates.length === 0) add(degrees.plain <= most, ids);
    return candidates;
  }

  const zoned = shares(positions, (x, y) => between(x, 13e6, 46e6) && isNorthing(y));
  const plain = shares(positions, (x, y) => isEasting(x) && isNorthing(y));
  for (const swapped of [false, true]) {
    const share = swapped ? 'swapped' : 'plain';
    if (zoned[share] > most) {
      add(swapped, zonedSystems(positions.map((position) => position[swapped ? 1 : 0] ?? 0)));
    }
    if (plain[share] > most) add(swapped, meridianSystems(longitude));
  }
  const mercator = shares(
    positions,
    (x, y) => Math.abs(x) <= 20_037_509 && Math.abs(y) <= 20_048_967,
  );
  const mercatorChina = shares(
    positions,
    (x, y) => between(x, 8e6, 15.4e6) && between(y, 3e5, 7.6e6),
  );
  for (const swapped of [false, true]) {
    const share = swapped ? 'swapped' : 'plain';
    if (mercatorChina[share] > most) add(swapped, ['EPSG:3857', 'BD-09MC']);
  }
  const isHuge = shares(positions, (x, y) => Math.abs(x) > 1e6 || Math.abs(y) > 1e6).plain > most;
  if (candidates.length === 0 && mercator.plain > most && isHuge) add(false, ['EPSG:3857']);
  return candidates;
}
