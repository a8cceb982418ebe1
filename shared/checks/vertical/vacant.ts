import type { Seat } from '#shared/chain/seat.ts';
import { answering } from '#shared/chain/standing-in.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { chainFinding } from './chain-finding.ts';

/** A seat that nobody holds or ever held, or whose holder is on leave without a deputy at work. */
export function vacant(seat: Seat): DraftFinding | null {
  const [holder] = seat.holders;
  if (!holder) {
    if (seat.former.length > 0) return null;
    return chainFinding(seat, 'vacant', 'error', [], { key: 'vacant.nobody', params: {} });
  }
  if (seat.holders.length > 1) return null;
  const { person, post } = holder;
  if (answering(holder, seat.roster, seat.on)) return null;
  const params = { person: person.name };
  return chainFinding(seat, 'vacant', 'error', [person.id, post.id], {
    key: 'vacant.leave',
    params,
  });
}
