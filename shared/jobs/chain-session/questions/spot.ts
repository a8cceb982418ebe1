import * as z from 'zod';
import { chainAt } from '#shared/analysis/chain-at.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { position } from '#shared/model/primitives.ts';

/** Who answers for a spot ([longitude, latitude] in degrees), for a class of issue or in general. */
export const spot = question({
  ask: z.object({ position, issueClass: z.string().nullable() }),
  answer: ({ state }, { position: at, issueClass }) =>
    chainAt(state.index, { position: at, on: state.on, issueClass }),
});
