import * as z from 'zod';
import { type SchemeUse, schemeUse } from '#shared/analysis/scheme-use.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

/** How many records use each entry of the project's own lists. */
export const schemeInUse = question({
  ask: z.object({}),
  answer({ records }): SchemeUse {
    return schemeUse(records);
  },
});
