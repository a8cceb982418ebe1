import type { Seat } from '#shared/chain/seat.ts';
import { answering } from '#shared/chain/standing-in.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { appointTo, chainFinding } from './chain-finding.ts';

/** A seat that nobody holds or ever held, or whose holder is on leave without a deputy at work. */
export function vacant(seat: Seat): DraftFinding | null {
  const [holder] = seat.holders;
  if (!holder) {
    if (seat.former.length > 0) return null;
    const message = { key: 'vacant.nobody', params: {} };
    return chainFinding(seat, 'vacant', 'error', [], message, [appointTo(seat)]);
  }
  if (seat.holders.length > 1) return null;
  const { person, post } = holder;
  if (answering(holder, seat.roster, seat.on)) return null;
  const message = { key: 'vacant.leave', params: { person: person.name } };
  return chainFinding(seat, 'vacant', 'error', [person.id, post.id], message, [
    { kind: 'deputise', personId: person.id },
    { kind: 'replace', postId: post.id },
  ]);
}
