import * as z from 'zod';
import { FormatError } from '#shared/formats/format-error.ts';
import { planRoster, type RosterPlan } from '#shared/formats/roster/plan-roster.ts';
import { importFields } from '#shared/formats/mapping/fields.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

/** What is wrong with a text that is no table, as an i18n key with its parameters. */
export type PastedRoster = RosterPlan | { fault: string; params: Record<string, string | number> };

/** What taking over a pasted roster would do; nothing is changed. */
export const pastedRoster = question({
  ask: z.object({
    text: z.string().max(20_000_000),
    /** What each column holds; null: as its heading or its cells say. */
    columns: z.partialRecord(z.enum(importFields), z.string()).nullable(),
    /** Where posts of rows that say nothing about it come from. */
    source: z.string().max(200),
  }),
  answer({ state, records }, { text, columns, source }): PastedRoster {
    try {
      const newId = () => crypto.randomUUID();
      return planRoster(records, text, columns, { today: state.on, newId, source });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      return { fault: error.key, params: error.params };
    }
  },
});
