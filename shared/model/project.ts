import * as z from 'zod';
import { chainRules } from './chain-rules.ts';
import { day, id, name, note } from './primitives.ts';
import { schemes } from './scheme.ts';
import { workloadWeights } from './workload.ts';

/** Metres; what lies further apart is ground that somebody can stand on. */
export const mostToleranceM = 10;

/** The project's own record; there is exactly one in a database. */
export const project = z.object({
  kind: z.literal('project'),
  id,
  name,
  createdAt: z.iso.datetime({ offset: true }),
  inspectionDate: day.nullable().default(null),
  /** Offset of the district's clock from UTC in minutes, for days and deadlines. */
  utcOffsetMinutes: z.number().int().min(-720).max(840).default(480),
  /** Borders nearer to each other than this (metres) are mismatched, not ground in dispute; 1 where none is set. */
  toleranceM: z.number().min(0).max(mostToleranceM).optional(),
  /** True when people, zones and issues are made up, as in the sample. */
  invented: z.boolean().default(false),
  /** Where the data comes from and under which licence; shown in the app. */
  sources: z.array(z.object({ what: note, from: note, licence: note })).default([]),
  schemes,
  chain: chainRules.prefault({}),
  /** Weights of the workload; {@link defaultWorkloadWeights} where none are set. */
  workload: workloadWeights.optional(),
});
export type Project = z.infer<typeof project>;
