import type { Seat } from '#shared/chain/seat.ts';
import { answering } from '#shared/chain/standing-in.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { chainFinding } from './chain-finding.ts';

/** A seat whose holder, or the deputy while the holder is on leave, has no phone number. */
export function unreachable(seat: Seat): DraftFinding | null {
  const [holder] = seat.holders;
  if (!holder || seat.holders.length > 1) return null;
  const { person, post } = holder;
  const answers = answering(holder, seat.roster, seat.on);
  if (!answers || answers.phone.trim() !== '') return null;
  const deputy = answers !== person;
  const params = { person: answers.name, holder: person.name };
  const message = { key: deputy ? 'unreachable.deputy' : 'unreachable.holder', params };
  return chainFinding(seat, 'unreachable', 'warning', [answers.id, post.id], message, [
    { kind: 'enter-phone', recordId: answers.id },
    { kind: 'replace', postId: post.id },
  ]);
}
