import type { DraftFinding } from '#shared/checks/finding.ts';
import { chainFinding } from './chain-finding.ts';
import type { Seat } from './seat.ts';

/** A seat whose holder, or the deputy while the holder is on leave, has no phone number. */
export function unreachable(seat: Seat): DraftFinding | null {
  const [holder] = seat.holders;
  if (!holder || seat.holders.length > 1) return null;
  const { person, post } = holder;
  const answering = seat.isOnLeave(person) ? seat.deputyOf(person) : person;
  if (!answering || answering.phone.trim() !== '') return null;
  const deputy = answering !== person;
  const params = { person: answering.name, holder: person.name };
  return chainFinding(seat, 'unreachable', 'warning', [answering.id, post.id], {
    key: deputy ? 'unreachable.deputy' : 'unreachable.holder',
    params,
  });
}
