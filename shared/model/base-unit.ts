import * as z from 'zod';
import { area } from './geometry.ts';
import { attributes, code, id, name } from './primitives.ts';

/**
 * Ground that others have drawn and that goes from zone to zone as a whole: a 单元网格 of the city's system
 * (GB/T 30428), a block of streets. Nobody answers for it as such, so it is neither zone nor level.
 */
export const baseUnit = z.object({
  kind: z.literal('baseUnit'),
  id,
  name,
  code,
  geometry: area,
  attributes: attributes.default({}),
});
export type BaseUnit = z.infer<typeof baseUnit>;
