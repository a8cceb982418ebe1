import { type GaussKruger, gaussKrugerOf } from './gauss-kruger.ts';
import { type LocalFrame, localFrameOf } from './local-frame.ts';

export type Datum = 'wgs84' | 'cgcs2000' | 'xian80' | 'beijing54';

/** How positions of a system come from WGS84. */
export type CrsMethod =
  /** Degrees or metres that proj4 reckons by this definition; null for WGS84 and CGCS2000 degrees. */
  | { by: 'projection'; definition: string | null }
  /** The distorted degrees of Chinese web maps. */
  | { by: 'web'; of: 'GCJ-02' | 'BD-09' | 'BD-09MC' }
  /** Metres of a local drawing, by control points. */
  | { by: 'local'; frame: LocalFrame };

/** A coordinate system. Positions are [longitude, latitude] in degrees or [east, north] in metres. */
export interface Crs {
  /** `EPSG:4326`, `GCJ-02`, `BD-09`, `BD-09MC`, `WKT:…`, `PROJ:…` or `LOCAL:…`. */
  id: string;
  /** Key under `crs` of its name in words, with parameters. */
  name: { key: string; params: Record<string, string | number> };
  unit: 'degrees' | 'metres';
  method: CrsMethod;
  /**
   * Metres by which positions may be off, because the exact parameters are not public or the
   * distortion is only known by its approximation; 0 when exact.
   */
  uncertaintyM: number;
}

/**
 * Shifts to WGS84. Those of Beijing 1954 are a public mean for all of China (EPSG 15918 ff. differ
 * by some ten metres); those of Xi'an 1980 are not public at all, and its degrees are taken as they
 * stand (a shift of nothing between the two ellipsoids would move them by centimetres).
 */
const datums: Record<Datum, { definition: string; uncertaintyM: number }> = {
  wgs84: { definition: '+datum=WGS84', uncertaintyM: 0 },
  cgcs2000: { definition: '+ellps=GRS80 +towgs84=0,0,0', uncertaintyM: 0 },
  xian80: { definition: '+a=6378140 +b=6356755.288157528', uncertaintyM: 100 },
  beijing54: { definition: '+ellps=krass +towgs84=15.8,-154.4,-82.3', uncertaintyM: 30 },
};

const geographic: Record<number, Datum> = {
  4326: 'wgs84',
  4490: 'cgcs2000',
  4610: 'xian80',
  4214: 'beijing54',
};

const webMercatorCodes = new Set([3857, 900913, 102100, 102113, 3785]);

function projected(code: number, name: Crs['name'], definition: string, datum: Datum): Crs {
  const { definition: shape, uncertaintyM } = datums[datum];
  return {
    id: `EPSG:${code}`,
    name,
    unit: 'metres',
    method: { by: 'projection', definition: `${definition} ${shape} +units=m +no_defs` },
    uncertaintyM,
  };
}

function gaussKrugerCrs(code: number, { datum, width, meridian, zone }: GaussKruger): Crs {
  const easting = zone === null ? 500_000 : zone * 1_000_000 + 500_000;
  const key = `${datum}${zone === null ? 'Meridian' : 'Zone'}`;
  const params = { width, meridian, zone: zone ?? 0, code };
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0`;
  return projected(code, { key, params }, definition, datum);
}

function epsgCrs(code: number): Crs | null {
  const datum = geographic[code];
  if (datum) {
    const { definition, uncertaintyM } = datums[datum];
    const plain = datum === 'wgs84' || datum === 'cgcs2000';
    return {
      id: `EPSG:${code}`,
      name: { key: datum, params: {} },
      unit: 'degrees',
      method: {
        by: 'projection',
        definition: plain ? null : `+proj=longlat ${definition} +no_defs`,
      },
      uncertaintyM,
    };
  }
  if (webMercatorCodes.has(code)) {
    const definition = '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1';
    return {
      ...projected(3857, { key: 'webMercator', params: {} }, '', 'wgs84'),
      method: {
        by: 'projection',
        definition: `${definition} +units=m +nadgrids=@null +no_defs`,
      },
    };
  }
  const utm = (code > 32600 && code <= 32660) || (code > 32700 && code <= 32760);
  if (utm) {
    const zone = code % 100;
    const south = code > 32700;
    const name = { key: 'utm', params: { zone, side: south ? 'S' : 'N', code } };
    return projected(code, name, `+proj=utm +zone=${zone}${south ? ' +south' : ''}`, 'wgs84');
  }
  const system = gaussKrugerOf(code);
  return system && gaussKrugerCrs(code, system);
}

const webSystems: Record<string, { unit: Crs['unit']; uncertaintyM: number }> = {
  'GCJ-02': { unit: 'degrees', uncertaintyM: 1 },
  'BD-09': { unit: 'degrees', uncertaintyM: 2 },
  'BD-09MC': { unit: 'metres', uncertaintyM: 2 },
};

/** A definition that came with a file is at most so long. */
export const longestDefinition = 4000;

/** The system of an id; null when it is none that we know. */
export function findCrs(id: string): Crs | null {
  const code = /^EPSG:(\d{1,6})$/.exec(id)?.[1];
  if (code !== undefined) return epsgCrs(Number(code));
  const web = Object.hasOwn(webSystems, id) ? webSystems[id] : undefined;
  if (web) {
    const of = id as 'GCJ-02' | 'BD-09' | 'BD-09MC';
    return {
      id,
      name: { key: of.replace('-', ''), params: {} },
      method: { by: 'web', of },
      ...web,
    };
  }
  const custom = /^(WKT|PROJ):([\s\S]+)$/.exec(id);
  if (custom?.[2] !== undefined && custom[2].length <= longestDefinition) {
    const definition = custom[2];
    const quoted = /"([^"]{1,80})"/.exec(definition)?.[1];
    const isDegrees = /^\s*GEOG|\+proj=longlat/i.test(definition);
    return {
      id,
      name: { key: 'custom', params: { name: quoted ?? definition.slice(0, 60) } },
      unit: isDegrees ? 'degrees' : 'metres',
      method: { by: 'projection', definition },
      uncertaintyM: 0,
    };
  }
  const frame = localFrameOf(id);
  if (!frame) return null;
  const name = { key: 'local', params: {} };
  return { id, name, unit: 'metres', method: { by: 'local', frame }, uncertaintyM: 0 };
}
