import * as z from 'zod';
import { id, moment, position } from './primitives.ts';

/** Steps of a case in 数字城管, shortened to those that change who must act. */
export const issueStatuses = ['reported', 'dispatched', 'handling', 'closed'] as const;
export const issueStatus = z.enum(issueStatuses);
export type IssueStatus = z.infer<typeof issueStatus>;

/** One issue. Issues are kept many to a chunk (see issue-chunk.ts); this is the form of a single one. */
export const issue = z.object({
  kind: z.literal('issue'),
  id,
  issueClass: z.string(),
  status: issueStatus,
  position,
  foundAt: moment,
  dueAt: moment.nullable().default(null),
  closedAt: moment.nullable().default(null),
  text: z.string().max(2000).default(''),
  /** Points lost in an inspection through this issue. */
  lostPoints: z.number().min(0).max(1000).default(0),
});
export type Issue = z.infer<typeof issue>;
