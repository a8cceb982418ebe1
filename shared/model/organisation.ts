import * as z from 'zod';
import { id, name } from './primitives.ts';

/** 单位: a block's or a line's body, in a tree by `parentId`. */
export const organisation = z.object({
  kind: z.literal('organisation'),
  id,
  name,
  parentId: id.nullable().default(null),
  /** 块 (territorial) or 条 (line department). */
  line: z.enum(['block', 'line']).default('block'),
  /** Issue classes that a line department answers for everywhere (条块结合). */
  categories: z.array(z.string()).default([]),
});
export type Organisation = z.infer<typeof organisation>;
