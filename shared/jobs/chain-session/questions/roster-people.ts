import * as z from 'zod';
import {
  listPeople,
  peopleColumns,
  type PeopleList,
  peopleStates,
} from '#shared/analysis/roster/list-people.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

/** The people, with how many posts they hold today, filtered and sorted. */
export const rosterPeople = question({
  ask: z.object({
    text: z.string().max(200),
    unitId: z.string().nullable(),
    state: z.enum(peopleStates).nullable(),
    sort: z.object({ column: z.enum(peopleColumns), down: z.boolean() }).nullable(),
  }),
  answer({ state, records }, filter): PeopleList {
    return listPeople(state.index, records.all('organisation'), filter, state.on);
  },
});
