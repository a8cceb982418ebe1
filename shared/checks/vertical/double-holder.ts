import type { Seat } from '#shared/chain/seat.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { chainFinding } from './chain-finding.ts';

/** A seat that several people hold on the same day. */
export function doubleHolder(seat: Seat): DraftFinding | null {
  if (seat.holders.length < 2) return null;
  const names = seat.holders.map(({ person }) => person.name).join('、');
  const ids = seat.holders.flatMap(({ person, post }) => [person.id, post.id]);
  const params = { names, n: seat.holders.length };
  const fixes = seat.holders.map(({ person, post }) => {
    return { kind: 'keep-holder', postId: post.id, name: person.name } as const;
  });
  return chainFinding(seat, 'double-holder', 'error', ids, { key: 'double-holder', params }, fixes);
}
