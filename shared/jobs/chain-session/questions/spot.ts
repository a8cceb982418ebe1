import * as z from 'zod';
import { chainAt, type SpotChain } from '#shared/analysis/chain-at.ts';
import type { IssueRef } from '#shared/chain/open-issues.ts';
import type { Near } from '#shared/chain/nearby.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { position } from '#shared/model/primitives.ts';

/** An open issue near a spot, by its place in the records. */
export interface SpotIssue {
  chunkId: string;
  index: number;
  distanceM: number;
}

export type SpotAnswer = Omit<SpotChain, 'issues'> & { issues: SpotIssue[] };

const named = ({ item: { chunk, index }, distanceM }: Near<IssueRef>): SpotIssue => ({
  chunkId: chunk.id,
  index,
  distanceM,
});

/** Who answers for a spot ([longitude, latitude] in degrees), for a class of issue or in general. */
export const spot = question({
  ask: z.object({ position, issueClass: z.string().nullable() }),
  answer({ state }, { position: at, issueClass }): SpotAnswer {
    const chain = chainAt(state.index, { position: at, on: state.on, issueClass });
    return { ...chain, issues: chain.issues.map(named) };
  },
});
