import type { Seat } from '#shared/chain/seat.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { appointTo, chainFinding } from './chain-finding.ts';

/** A seat whose last holder is out of office and that nobody took over. */
export function expired(seat: Seat): DraftFinding | null {
  const [last] = seat.former;
  if (seat.holders.length > 0 || !last) return null;
  const { person, post } = last;
  const params = { person: person.name, to: post.to ?? '' };
  const message = { key: 'expired', params };
  return chainFinding(seat, 'expired', 'error', [person.id, post.id], message, [
    { kind: 'prolong', postId: post.id },
    appointTo(seat),
  ]);
}
