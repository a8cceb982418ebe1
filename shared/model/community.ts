import * as z from 'zod';
import { area } from './geometry.ts';
import { attributes, code, id, name } from './primitives.ts';

/** 社区 or 村: third level of the chain. */
export const community = z.object({
  kind: z.literal('community'),
  id,
  streetId: id.nullable(),
  name,
  code,
  geometry: area,
  attributes: attributes.default({}),
});
export type Community = z.infer<typeof community>;
