import * as z from 'zod';
import { attributes, code, id, name, position } from './primitives.ts';

/** 点位: a place to be kept in order (market, station, compound …); its kind is one of the scheme's. */
export const point = z.object({
  kind: z.literal('point'),
  id,
  name,
  code: code.default(''),
  pointKind: z.string(),
  position,
  address: z.string().max(500).default(''),
  attributes: attributes.default({}),
});
export type Point = z.infer<typeof point>;
