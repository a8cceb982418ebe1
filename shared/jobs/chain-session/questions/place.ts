import * as z from 'zod';
import { placeChain } from '#shared/analysis/place-chain.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { id } from '#shared/model/primitives.ts';

/** Who answers for a place, and what lies on its ground at the moment `now` (ms since 1970). */
export const place = question({
  ask: z.object({ placeId: id, now: z.number() }),
  answer: ({ state }, { placeId, now }) => placeChain(state.index, placeId, state.on, now),
});
