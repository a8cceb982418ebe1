import * as z from 'zod';
import { line, multiLine, multiPolygon, point, polygon } from './geometry.ts';
import { attributes, code, id, name } from './primitives.ts';

const common = {
  kind: z.literal('zone'),
  id,
  /** Community, else street, that the zone belongs to. */
  parentId: id.nullable(),
  name,
  code: code.default(''),
  /** Issue classes the zone answers for; empty means all (条块结合). */
  categories: z.array(z.string()).default([]),
  attributes: attributes.default({}),
};

/** 块: ground inside a polygon. */
export const blockZone = z.object({
  ...common,
  shape: z.literal('block'),
  geometry: z.discriminatedUnion('type', [polygon, multiPolygon]),
});

/** 条: a stretch of road, the line's ground within `widthM` metres in all (half on each side). */
export const stripZone = z.object({
  ...common,
  shape: z.literal('strip'),
  geometry: z.discriminatedUnion('type', [line, multiLine]),
  widthM: z.number().positive().max(1000),
});

/** 点: a site, as its own polygon or as all ground within `radiusM` metres of a position. */
export const siteZone = z.object({
  ...common,
  shape: z.literal('site'),
  geometry: z.discriminatedUnion('type', [point, polygon, multiPolygon]),
  radiusM: z.number().positive().max(5000).nullable().default(null),
});

export const zone = z.discriminatedUnion('shape', [blockZone, stripZone, siteZone]);
export type Zone = z.infer<typeof zone>;
export type BlockZone = z.infer<typeof blockZone>;
