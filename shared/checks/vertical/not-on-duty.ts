import type { Position } from 'geojson';
import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import type { OnDuty } from '#shared/chain/duty-roll.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { inOffice } from '#shared/model/in-office.ts';
import { localTime } from '#shared/model/local-day.ts';
import { findingAt } from './chain-finding.ts';
import { placePosition } from '#shared/chain/place-position.ts';

/** Last moment (ms since 1970) at which a check-in of the day is in time; the whole minute counts. */
export function dutyDeadline(on: string, cutOff: string, utcOffsetMinutes: number): number {
  return Date.parse(`${on}T${cutOff}:59.999Z`) - utcOffsetMinutes * 60_000;
}

/** Where somebody's absence is felt: the ground they answer for, else the base of their team. */
function whereOf(personId: string, index: ChainIndex, on: string) {
  const places = new Map<string, ChainPlace>();
  for (const post of index.roster.postsOf(personId)) {
    const place = index.places.get(post.targetId);
    if (place && inOffice(post, on)) places.set(place.id, place);
  }
  const [first] = places.values();
  if (first) return { at: placePosition(first), ids: [first.id], n: places.size };
  const teams = [...index.teams.values()].filter((one) => one.memberIds.includes(personId));
  const team = teams.sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  if (team) return { at: team.base, ids: [team.id], n: 0 };
  return { at: anywhere(index), ids: [], n: 0 };
}

function anywhere(index: ChainIndex): Position {
  const [place] = index.places.values();
  return place ? placePosition(place) : [0, 0];
}

/** Somebody on the day's list who has not checked in by the cut-off, or only after it. */
export function notOnDuty(
  { key, person, checkedInAt }: OnDuty,
  index: ChainIndex,
  on: string,
): DraftFinding | null {
  const { dutyCutOff } = index.rules;
  const deadline = dutyDeadline(on, dutyCutOff, index.utcOffsetMinutes);
  if (!person || (checkedInAt !== null && checkedInAt <= deadline)) return null;
  const { at, ids, n } = whereOf(person.id, index, on);
  const message = {
    key: checkedInAt === null ? 'not-on-duty.absent' : 'not-on-duty.late',
    params: {
      person: person.name,
      cutOff: dutyCutOff,
      time: checkedInAt === null ? '' : localTime(checkedInAt, index.utcOffsetMinutes),
      n,
    },
  };
  return findingAt(at, 'not-on-duty', 'warning', [...ids, person.id], message, [
    { kind: 'check-in', day: on, key, personId: person.id },
    { kind: 'stand-in', day: on, key, personId: person.id },
  ]);
}

/** Somebody on the day's list whom no person, or more than one, fits. */
export function unknownOnDuty(
  { key, name, phone, listId }: OnDuty,
  index: ChainIndex,
  on: string,
): DraftFinding {
  const params = { person: [name, phone].filter((text) => text !== '').join(' ') };
  const message = { key: 'not-on-duty.unknown', params };
  return findingAt(anywhere(index), 'not-on-duty', 'warning', [listId], message, [
    { kind: 'match-person', day: on, key },
  ]);
}
