import { findCrs } from './crs.ts';
import { gaussKrugerOf } from './gauss-kruger.ts';

const greenwich = 'PRIMEM["Greenwich",0.0]';
const degree = 'UNIT["Degree",0.0174532925199433]';

const geographic: Record<string, string> = {
  wgs84: `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${greenwich},${degree}]`,
  cgcs2000: `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],${greenwich},${degree}]`,
  xian80: `GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],${greenwich},${degree}]`,
  beijing54: `GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],${greenwich},${degree}]`,
};

const prefixes = { cgcs2000: 'CGCS2000', xian80: 'Xian_1980', beijing54: 'Beijing_1954' } as const;

function transverse(
  name: string,
  base: string,
  meridian: number,
  easting: number,
  scale: number,
  northing = 0,
): string {
  const parameters = [
    ['False_Easting', easting],
    ['False_Northing', northing],
    ['Central_Meridian', meridian],
    ['Scale_Factor', scale],
    ['Latitude_Of_Origin', 0],
  ]
    .map(([key, value]) => `PARAMETER["${key}",${value}]`)
    .join(',');
  return `PROJCS["${name}",${base},PROJECTION["Transverse_Mercator"],${parameters},UNIT["Meter",1.0]]`;
}

/**
 * Definition of a system as ESRI's well-known text, for a .prj. The distorted systems of Chinese web
 * maps have none: they are named as local ones, so that no program takes them for WGS84.
 */
export function wktOfCrs(id: string): string | null {
  const crs = findCrs(id);
  if (!crs) return null;
  if (id.startsWith('WKT:')) return id.slice(4);
  if (crs.method.by === 'web') {
    const unit = crs.unit === 'degrees' ? degree : 'UNIT["Meter",1.0]';
    return `LOCAL_CS["${id}",LOCAL_DATUM["${id}",0],${unit}]`;
  }
  const plain = geographic[crs.name.key];
  if (plain !== undefined) return plain;
  const code = Number(id.slice(5));
  const system = gaussKrugerOf(code);
  if (system) {
    const { datum, width, zone, meridian } = system;
    const degrees = width === 3 ? '3_Degree_' : '';
    const tail = zone === null ? `CM_${meridian}E` : `Zone_${zone}`;
    const easting = zone === null ? 500_000 : zone * 1_000_000 + 500_000;
    return transverse(
      `${prefixes[datum]}_${degrees}GK_${tail}`,
      geographic[datum] ?? '',
      meridian,
      easting,
      1,
    );
  }
  if (crs.name.key === 'utm') {
    const zone = code % 100;
    const south = code > 32700;
    return transverse(
      `WGS_1984_UTM_Zone_${zone}${south ? 'S' : 'N'}`,
      geographic['wgs84'] ?? '',
      6 * zone - 183,
      500_000,
      0.9996,
      south ? 10_000_000 : 0,
    );
  }
  if (id === 'EPSG:3857') {
    return `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${geographic['wgs84']},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`;
  }
  return null;
}
