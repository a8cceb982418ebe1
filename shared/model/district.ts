import * as z from 'zod';
import { area } from './geometry.ts';
import { attributes, code, id, name, note } from './primitives.ts';

/** 区: the ground to be divided, with its official outline. A project has one. */
export const district = z.object({
  kind: z.literal('district'),
  id,
  name,
  code,
  geometry: area,
  source: note.default(''),
  licence: note.default(''),
  /** 审图号: number under which the outline may be published. */
  reviewNumber: z.string().max(100).default(''),
  attributes: attributes.default({}),
});
export type District = z.infer<typeof district>;
