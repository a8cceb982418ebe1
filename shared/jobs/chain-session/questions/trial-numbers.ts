import * as z from 'zod';
import { type TrialFigures, trialFigures } from '#shared/analysis/trial-figures.ts';
import { weightsOf } from '#shared/analysis/workload.ts';
import { numbersOf } from '#shared/jobs/chain-session/number-books.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { zone } from '#shared/model/zone.ts';

/**
 * The numbers of zones as they would be by an edit that is only tried; null before they have been counted.
 * Nothing is kept of it.
 */
export const trialNumbers = question({
  ask: z.object({
    put: z.array(zone),
    removed: z.array(z.string()),
    /** Ground without a zone, as the check says of the trial. */
    freeM2: z.number().min(0),
  }),
  answer({ records }, { put, removed, freeM2 }): TrialFigures[] | null {
    const rows = numbersOf(records).book.trial({ put, removed }, weightsOf(records), freeM2);
    const names = new Map(put.map(({ id, name }) => [id, name]));
    return (
      rows && trialFigures(rows, (id) => names.get(id) ?? records.find('zone', id)?.name ?? '')
    );
  },
});
