import type { ChainCheckInput } from './check-input.ts';
import type { DraftFinding, NothingReason } from './finding.ts';
import { type CheckContext, Pace } from './pace.ts';
import { chainPlaces } from './vertical/chain-places.ts';
import { doubleHolder } from './vertical/double-holder.ts';
import { expired } from './vertical/expired.ts';
import { seatsOf } from './vertical/seat.ts';
import { unreachable } from './vertical/unreachable.ts';
import { vacant } from './vertical/vacant.ts';

export interface ChainReport {
  nothing: NothingReason | null;
  findings: DraftFinding[];
}

const rules = [vacant, doubleHolder, expired, unreachable];

/**
 * Proves 纵到底: at every place each required role is held by exactly one person, in office on the
 * day, at work or with a deputy, and with a phone.
 * @throws the signal's reason when cancelled
 */
export async function checkChain(
  input: ChainCheckInput,
  context: CheckContext,
): Promise<ChainReport> {
  if (input.posts.length === 0) return { nothing: 'no-posts', findings: [] };
  const places = chainPlaces(input);
  const pace = new Pace(context);
  const findings: DraftFinding[] = [];
  let seats = 0;
  for (const seat of seatsOf(input, places)) {
    seats++;
    await pace.step(seats, places.length);
    for (const rule of rules) {
      const finding = rule(seat);
      if (finding) findings.push(finding);
    }
  }
  return { nothing: seats === 0 ? 'no-places' : null, findings };
}
