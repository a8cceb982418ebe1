import * as z from 'zod';
import { type WorkPart, workParts } from '#shared/analysis/work-parts.ts';
import { weightsOf } from '#shared/analysis/workload.ts';
import { numbersOf } from '#shared/jobs/chain-session/number-books.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

/** What the workload of a zone is made of, as it was counted last; null when it was not counted. */
export const zoneWork = question({
  ask: z.object({
    /** Null: what belongs to nobody. */
    zoneId: z.string().nullable(),
    /** Which count it is asked about: who asks anew gives another number. */
    count: z.number(),
  }),
  answer({ records }, { zoneId }): { parts: WorkPart[]; workload: number } | null {
    const row = numbersOf(records).rows.find((one) => one.zoneId === zoneId);
    return row ? { parts: workParts(row, weightsOf(records)), workload: row.workload } : null;
  },
});
