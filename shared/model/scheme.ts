import * as z from 'zod';
import { postLevel } from './post.ts';

const key = z.string().trim().min(1).max(64);

/** A named entry of an editable list; `group` bundles entries that belong together. */
const entry = z.object({
  key,
  name: z.string().trim().min(1).max(100),
  group: z.string().max(100).default(''),
});

export const issueClass = entry.extend({
  /** Days until an issue of the class is overdue; null when the office sets each date itself. */
  daysToClose: z.number().positive().nullable().default(null),
});
export type IssueClass = z.infer<typeof issueClass>;

export const pointKind = entry;
export type PointKind = z.infer<typeof pointKind>;

const limit = z.number().int().positive().max(1_000_000).optional();

/** The most that one person may answer for in a role; what is left out has no limit. */
export const loadLimits = z.object({ areas: limit, points: limit, openIssues: limit });

/** A role of the chain: at which level it stands, and whether a place without a holder is a finding. */
export const role = entry.extend({
  level: postLevel,
  required: z.boolean(),
  limits: loadLimits.optional(),
});
export type Role = z.infer<typeof role>;

/** The project's own editable lists. The negative list is the office's own text and starts empty. */
export const schemes = z.object({
  issueClasses: z.array(issueClass),
  pointKinds: z.array(pointKind),
  roles: z.array(role),
  negativeList: z.array(z.object({ key, text: z.string().trim().min(1).max(1000) })),
});
export type Schemes = z.infer<typeof schemes>;
