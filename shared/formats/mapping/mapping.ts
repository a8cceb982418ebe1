import * as z from 'zod';
import { importFields, importTargets } from './fields.ts';

/** What the user (or a proposal) says about one table. */
export const tableMapping = z.object({
  target: z.enum(importTargets),
  /** Field -> heading of the column that holds it. */
  columns: z.partialRecord(z.enum(importFields), z.string()),
  /** The file writes latitude before longitude. */
  swapped: z.boolean(),
  /** Kinds and classes that the project does not know are added to its lists; else their rows are refused. */
  addUnknown: z.boolean(),
  /** Kind of points and class of issues for rows that name none. */
  fallback: z.string(),
  /** Day of a duty list whose rows name none, `YYYY-MM-DD`; the file's name tells where it is left out. */
  day: z.iso.date().optional(),
});
export type TableMapping = z.infer<typeof tableMapping>;
