import * as z from 'zod';
import { suggest, type Suggestion } from '#shared/analysis/roster/suggest.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { postLevel } from '#shared/model/post.ts';

/** The best few people, units or places for what was typed into a field. */
export const suggestions = question({
  ask: z.object({
    kind: z.enum(['person', 'organisation', ...postLevel.options]),
    text: z.string().max(200),
    limit: z.number().int().min(1).max(100),
  }),
  answer({ state, records }, ask): Suggestion[] {
    return suggest(state.index, records.all('organisation'), ask);
  },
});
