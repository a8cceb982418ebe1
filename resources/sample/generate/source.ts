import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { area, type Area } from '#shared/model/geometry.ts';
import { type Ring, toVertex } from './vertex.ts';

const feature = z.object({
  properties: z.object({ Name: z.string(), code: z.number(), pinyin: z.string() }),
  geometry: area,
});
const collection = z.object({ features: z.array(feature) });

export interface SourceArea {
  name: string;
  /** 12 digits. */
  code: string;
  rings: Ring[];
}

function ringsIn(geometry: Area): Ring[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.slice(0, -1).map(toVertex));
}

/** Areas of one of the source files, as published. */
export function readSource(file: 'haidian-outline' | 'haidian-streets'): SourceArea[] {
  const url = new URL(`../source/${file}.geojson`, import.meta.url);
  return collection.parse(JSON.parse(readFileSync(url, 'utf8'))).features.map((entry) => ({
    name: entry.properties.Name,
    code: String(entry.properties.code),
    rings: ringsIn(entry.geometry),
  }));
}
