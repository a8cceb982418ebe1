import * as z from 'zod';
import { issueStatus } from './issue.ts';
import { day } from './primitives.ts';

/** Which issues are shown. Null means no limit; days are the day found, both included. */
export const issueFilter = z.object({
  classes: z.array(z.string()).nullable(),
  statuses: z.array(issueStatus).nullable(),
  from: day.nullable(),
  to: day.nullable(),
});
export type IssueFilter = z.infer<typeof issueFilter>;

export const allIssues: IssueFilter = { classes: null, statuses: null, from: null, to: null };
