import * as z from 'zod';
import { vacancies as vacanciesOn } from '#shared/analysis/vacancies.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

/** More than anybody looks through at once; the count tells them all. */
const most = 5000;

/** Everything that nobody answers for on the day. */
export const vacancies = question({
  ask: z.object({}),
  answer({ state: { index, on } }) {
    const all = vacanciesOn(index, on);
    return { items: all.slice(0, most), count: all.length };
  },
});
