/** A Gauss–Krüger system of one of the Chinese datums. */
export interface GaussKruger {
  datum: 'cgcs2000' | 'xian80' | 'beijing54';
  /** Width of the zones in degrees. */
  width: 3 | 6;
  /** Central meridian in degrees east. */
  meridian: number;
  /** Number of the zone that stands before the easting (39500000); null when it is left out. */
  zone: number | null;
}

interface Series {
  datum: GaussKruger['datum'];
  width: 3 | 6;
  /** First EPSG code of the series. */
  code: number;
  zoned: boolean;
}

/** Runs of EPSG codes, one code a zone: 13–23 of six degrees, 25–45 of three. */
const series: readonly Series[] = [
  { datum: 'cgcs2000', width: 6, code: 4491, zoned: true },
  { datum: 'cgcs2000', width: 6, code: 4502, zoned: false },
  { datum: 'cgcs2000', width: 3, code: 4513, zoned: true },
  { datum: 'cgcs2000', width: 3, code: 4534, zoned: false },
  { datum: 'xian80', width: 6, code: 2327, zoned: true },
  { datum: 'xian80', width: 6, code: 2338, zoned: false },
  { datum: 'xian80', width: 3, code: 2349, zoned: true },
  { datum: 'xian80', width: 3, code: 2370, zoned: false },
  { datum: 'beijing54', width: 6, code: 21413, zoned: true },
  { datum: 'beijing54', width: 6, code: 21453, zoned: false },
  { datum: 'beijing54', width: 3, code: 2401, zoned: true },
  { datum: 'beijing54', width: 3, code: 2422, zoned: false },
];

const zonesOf = (width: 3 | 6) =>
  width === 6 ? { first: 13, count: 11 } : { first: 25, count: 21 };

/** Central meridian of a zone in degrees east. */
export function meridianOf(zone: number, width: 3 | 6): number {
  return width === 6 ? 6 * zone - 3 : 3 * zone;
}

/** The system that an EPSG code names; null when it is none of these. */
export function gaussKrugerOf(code: number): GaussKruger | null {
  for (const { datum, width, code: start, zoned } of series) {
    const { first, count } = zonesOf(width);
    if (code < start || code >= start + count) continue;
    const zone = first + code - start;
    return { datum, width, meridian: meridianOf(zone, width), zone: zoned ? zone : null };
  }
  return null;
}

/** EPSG code of a system; null when there is none, as for zones far from China. */
export function codeOfGaussKruger(system: GaussKruger): number | null {
  const { datum, width, meridian } = system;
  const { first, count } = zonesOf(width);
  const zone = width === 6 ? (meridian + 3) / 6 : meridian / 3;
  const run = series.find(
    (one) => one.datum === datum && one.width === width && one.zoned === (system.zone !== null),
  );
  if (!run || !Number.isInteger(zone) || zone < first || zone >= first + count) return null;
  return run.code + zone - first;
}

/** Width of the zones that a zone number belongs to: the two series have none in common. */
export function widthOfZone(zone: number): 3 | 6 | null {
  if (zone >= 13 && zone <= 23) return 6;
  return zone >= 25 && zone <= 45 ? 3 : null;
}
