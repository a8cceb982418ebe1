import * as z from 'zod';
import { keepGroundLog } from '#shared/jobs/chain-session/ledger-book.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import type { AnyRecord } from '#shared/model/record.ts';

const record = z.custom<AnyRecord>((value) => typeof value === 'object' && value !== null);

/** Not so much a question as news: what was redrawn on days gone by, for the ledger. */
export const groundLog = question({
  ask: z.array(
    z.object({
      day: z.iso.date(),
      before: z.array(z.tuple([z.string(), record.nullable()])),
    }),
  ),
  answer({ records }, log): number {
    keepGroundLog(records, log);
    return log.length;
  },
});
