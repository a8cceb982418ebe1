import { findCrs } from '#shared/geo/crs/crs.ts';

/** Words by which people say in headings and names of files what coordinates are. */
const words: readonly (readonly [RegExp, string])[] = [
  [/BD-?09-?MC|百度(墨卡托|米制)/i, 'BD-09MC'],
  [/BD-?_?0?9|百度|baidu/i, 'BD-09'],
  [/GCJ-?_?0?2|火星坐标|高德|腾讯|amap|gaode|tencent/i, 'GCJ-02'],
  [/CGCS-?_?2000|2000(国家大地)?坐标|国家2000/i, 'EPSG:4490'],
  [/WGS-?_?84|\bGPS\b/i, 'EPSG:4326'],
  [/北京-?54|beijing-?_?(19)?54/i, 'EPSG:4214'],
  [/西安-?80|xian-?_?(19)?80/i, 'EPSG:4610'],
];

/** Ids of the systems that names and headings speak of, the first named first. */
export function crsHints(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const code = /EPSG[:_ -]?(\d{4,5})/i.exec(text)?.[1];
    const named = code === undefined ? null : findCrs(`EPSG:${code}`);
    if (named) found.add(named.id);
    // Of BD-09MC and BD-09 the longer word is meant.
    const word = words.find(([pattern]) => pattern.test(text))?.[1];
    if (word) found.add(word);
  }
  return [...found];
}
