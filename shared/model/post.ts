import * as z from 'zod';
import { day, id, note } from './primitives.ts';

export const postLevel = z.enum(['district', 'street', 'community', 'zone', 'point']);
export type PostLevel = z.infer<typeof postLevel>;

/**
 * Who holds what role where, and from when to when (both days included; `to` null: open end). The
 * deputy answers while the holder is on leave, unless the leave itself names another.
 */
export const post = z.object({
  kind: z.literal('post'),
  id,
  role: z.string(),
  personId: id.nullable(),
  level: postLevel,
  targetId: id,
  from: day,
  to: day.nullable().default(null),
  source: note.default(''),
  deputyId: id.nullable().default(null),
  /** 责任单位 in whose name the post is held; null: the holder's own unit. */
  organisationId: id.nullable().default(null),
});
export type Post = z.infer<typeof post>;
