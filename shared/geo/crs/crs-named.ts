import { findCrs, longestDefinition } from './crs.ts';
import { codeOfGaussKruger, type GaussKruger, meridianOf } from './gauss-kruger.ts';

const words: readonly (readonly [RegExp, string])[] = [
  [/^(OGC:(1\.3:)?)?CRS:?84$/i, 'EPSG:4326'],
  [/^(WGS[ _-]?(19)?84|GCS_WGS_1984|WGS 84 geodetic|天地图|GPS)$/i, 'EPSG:4326'],
  [
    /^(CGCS[ _-]?2000|国家2000|2000国家大地坐标系|GCS_China_Geodetic_Coordinate_System_2000|China Geodetic Coordinate System 2000)$/i,
    'EPSG:4490',
  ],
  [/^(GCJ[ _-]?0?2|火星(坐标)?|高德|腾讯|amap|tencent|国测局坐标)$/i, 'GCJ-02'],
  [/^(BD[ _-]?0?9[ _-]?(MC|米制|米)|百度墨卡托|百度米制)$/i, 'BD-09MC'],
  [/^(BD[ _-]?0?9([ _-]?LL)?|百度(坐标)?|baidu)$/i, 'BD-09'],
  [/^(北京[ _-]?(19)?54|beijing[ _-]?(19)?54|GCS_Beijing_1954)$/i, 'EPSG:4214'],
  [/^(西安[ _-]?(19)?80|xi'?an[ _-]?(19)?80|GCS_Xian_1980)$/i, 'EPSG:4610'],
  [
    /^(web[ _-]?mercator|pseudo-?mercator|WGS_1984_Web_Mercator(_Auxiliary_Sphere)?|WGS 84 \/ Pseudo-Mercator|(web[ _-]?)?墨卡托(投影)?)$/i,
    'EPSG:3857',
  ],
];

const datumWords: readonly (readonly [RegExp, GaussKruger['datum']])[] = [
  [/CGCS[ _-]?2000|China_2000|国家2000|China Geodetic/i, 'cgcs2000'],
  [/xian[ _-]?(19)?80|xi'an|西安/i, 'xian80'],
  [/beijing[ _-]?(19)?54|北京/i, 'beijing54'],
];

/** The Chinese datum that a text speaks of; null when none. */
export function datumNamed(text: string): GaussKruger['datum'] | null {
  return datumWords.find(([word]) => word.test(text))?.[1] ?? null;
}

/** Names such as `CGCS2000_3_Degree_GK_Zone_39` and `Beijing 1954 / Gauss-Kruger CM 117E`. */
function gaussKrugerNamed(text: string): string | null {
  const datum = datumNamed(text);
  if (!datum) return null;
  const width = /3[ _-]?(degree|度)/i.test(text) ? 3 : 6;
  const zone = /(?:zone|带号?)[ _-]?(\d{2})|(\d{2})[ _-]?带/i.exec(text);
  const meridian = /(?:CM|中央经线|中央子午线)[ _-]?(\d{2,3})/i.exec(text);
  const number = Number(zone?.[1] ?? zone?.[2]);
  const system: GaussKruger | null = zone
    ? { datum, width, zone: number, meridian: meridianOf(number, width) }
    : meridian
      ? { datum, width, zone: null, meridian: Number(meridian[1]) }
      : null;
  const code = system && codeOfGaussKruger(system);
  return code === null ? null : `EPSG:${code}`;
}

/**
 * Id of the system that a name, code, URN or proj4 definition means, as people and files write
 * them; null when it is none that we know.
 */
export function crsNamed(given: string): string | null {
  const text = given.normalize('NFKC').trim();
  if (text === '' || text.length > longestDefinition) return null;
  if (text.startsWith('+proj=')) return `PROJ:${text}`;
  if (/^(PROJCS|PROJCRS|GEOGCS|GEOGCRS|GEODCRS)\[/i.test(text)) return `WKT:${text}`;
  const bare = text
    .replace(/^urn:(ogc|x-ogc):def:crs:/i, '')
    .replace(/^https?:\/\/www\.opengis\.net\/def\/crs\//i, '');
  const code = /^(?:EPSG[:/]+(?:[\d.]*[:/])?)?(\d{4,6})$/i.exec(bare)?.[1];
  if (code !== undefined) return findCrs(`EPSG:${code}`)?.id ?? null;
  const plain = bare.replace(/^OGC[:/]+[\d.]*[:/]*/i, '');
  const word = words.find(([pattern]) => pattern.test(plain))?.[1];
  if (word) return word;
  const utm = /^(?:WGS[ _]?(?:19)?84\s*\/?[ _]*)?UTM[ _]?(?:zone)?[ _]?(\d{1,2})[ _]?([NS])$/i.exec(
    plain,
  );
  if (utm) {
    const number = Number(utm[1]) + (/s/i.test(utm[2] ?? '') ? 32700 : 32600);
    return findCrs(`EPSG:${number}`)?.id ?? null;
  }
  return gaussKrugerNamed(plain) ?? findCrs(text)?.id ?? null;
}
