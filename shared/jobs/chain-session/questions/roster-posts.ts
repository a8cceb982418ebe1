import * as z from 'zod';
import { listPosts, postColumns, type PostList } from '#shared/analysis/roster/list-posts.ts';
import { rowStates } from '#shared/analysis/roster/row-states.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { postLevel } from '#shared/model/post.ts';

/** The posts of the day and the seats that nobody holds, filtered and sorted. */
export const rosterPosts = question({
  ask: z.object({
    text: z.string().max(200),
    streetId: z.string().nullable(),
    level: postLevel.nullable(),
    role: z.string().nullable(),
    unitId: z.string().nullable(),
    state: z.enum([...rowStates, 'current']).nullable(),
    sort: z.object({ column: z.enum(postColumns), down: z.boolean() }).nullable(),
  }),
  answer({ state, records }, filter): PostList {
    return listPosts(state.index, records.all('organisation'), filter, state.on);
  },
});
