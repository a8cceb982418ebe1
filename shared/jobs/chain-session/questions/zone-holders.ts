import * as z from 'zod';
import { question } from '#shared/jobs/chain-session/question.ts';
import { inOffice } from '#shared/model/in-office.ts';

/** Names of those who hold the first role of each zone that anybody holds on the day; zones of nobody are left out. */
export const zoneHolders = question({
  ask: z.object({}),
  answer({ state: { index, on } }): [zoneId: string, names: string][] {
    const roles = index.input.roles.filter(({ level }) => level === 'zone');
    const found: [string, string][] = [];
    for (const { id } of index.input.zones) {
      const posts = index.roster.postsAt(id).filter((post) => inOffice(post, on));
      for (const role of roles) {
        const names = posts.flatMap((post) =>
          post.role === role.key ? (index.roster.people.get(post.personId ?? '')?.name ?? []) : [],
        );
        if (names.length === 0) continue;
        found.push([id, names.join('、')]);
        break;
      }
    }
    return found;
  },
});
