import * as z from 'zod';
import { unitFigures, type UnitFigures } from '#shared/analysis/unit-figures.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

/** What each unit has and answers for today, with all units below it. */
export const units = question({
  ask: z.object({}),
  answer({ state, records }): UnitFigures[] {
    return unitFigures(state.index, records.all('organisation'), state.on);
  },
});
