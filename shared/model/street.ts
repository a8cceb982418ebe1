import * as z from 'zod';
import { area } from './geometry.ts';
import { attributes, code, id, name } from './primitives.ts';

/** 街道 or 镇: second level of the chain. */
export const street = z.object({
  kind: z.literal('street'),
  id,
  districtId: id,
  name,
  code,
  geometry: area,
  attributes: attributes.default({}),
});
export type Street = z.infer<typeof street>;
