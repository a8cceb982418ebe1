import type { ChainCheckInput } from './check-input.ts';
import type { DraftFinding, NothingReason } from './finding.ts';
import { type CheckContext, Pace } from './pace.ts';
import { ChainState } from './vertical/chain-state.ts';
import { draftsOf, unitsOf } from './vertical/chain-units.ts';

export interface ChainReport {
  nothing: NothingReason | null;
  findings: DraftFinding[];
}

/** Why the chain of a state proves nothing; null when it does. */
export function nothingToProve({ index, required }: ChainState): NothingReason | null {
  if (index.roster.postCount === 0) return 'no-posts';
  for (const { level } of index.places.values()) if (required.has(level)) return null;
  return 'no-places';
}

/**
 * Proves 纵到底: at every place each required role is held by exactly one person, in office on the
 * day, at work or with a deputy, with a phone, and within the load agreed; every place hangs on one
 * that contains it; a team is soon enough at every point; and who is on the day's list is in.
 * @throws the signal's reason when cancelled
 */
export async function checkChain(
  input: ChainCheckInput,
  context: CheckContext,
): Promise<ChainReport> {
  if (input.posts.length === 0) return { nothing: 'no-posts', findings: [] };
  const state = new ChainState(input);
  const nothing = nothingToProve(state);
  if (nothing) return { nothing, findings: [] };
  const pace = new Pace(context);
  const findings: DraftFinding[] = [];
  let done = 0;
  for (const unit of unitsOf(state)) {
    await pace.step(done++, 3 * state.index.places.size);
    for (const finding of draftsOf(unit, state)) findings.push(finding);
  }
  return { nothing: null, findings };
}
