import * as z from 'zod';
import { ChainProof } from '#shared/checks/chain-proof.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { chainRules } from '#shared/model/chain-rules.ts';
import { role } from '#shared/model/scheme.ts';

/** Findings of each rule of 纵到底 as they would be with other roles and rules. */
export const schemeTrial = question({
  ask: z.object({ roles: z.array(role), rules: chainRules }),
  answer({ state }, { roles, rules }): Map<string, number> {
    const { input } = state;
    const known = new Set(roles.map(({ key }) => key));
    // Posts of roles that are taken away go with them.
    const posts = input.posts.filter((post) => known.has(post.role));
    const counts = new Map<string, number>();
    for (const { rule } of new ChainProof({ ...input, roles, rules, posts }).findings) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    return counts;
  },
});
