import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { placeFinding } from './chain-finding.ts';

const measures = ['areas', 'points', 'openIssues'] as const;

/**
 * A person who answers for more in one role than the scheme allows: areas held; points held and
 * points on the ground of those areas; open issues there. Leave and deputies change no load.
 */
export function overload(
  personId: string,
  role: Role,
  index: ChainIndex,
  on: string,
): DraftFinding[] {
  const person = index.roster.people.get(personId);
  const { limits } = role;
  if (!person || !limits) return [];
  const ids = new Set<string>();
  for (const post of index.roster.postsOf(personId)) {
    if (post.role === role.key && inOffice(post, on)) ids.add(post.targetId);
  }
  const places = [...ids].flatMap((id) => index.places.get(id) ?? []);
  const [first] = places;
  if (!first) return [];
  const load = { areas: 0, points: 0, openIssues: 0 };
  for (const place of places) {
    if (place.level !== 'point') load.areas++;
    // What lies on the ground is only counted when a limit asks for it.
    if (limits.points === undefined && limits.openIssues === undefined) continue;
    const { points, openIssues } = index.countsOf(place.id);
    load.points += points;
    load.openIssues += openIssues;
  }
  return measures.flatMap((measure) => {
    const limit = limits[measure];
    const n = load[measure];
    if (limit === undefined || n <= limit) return [];
    const keys = {
      areas: 'overload.areas',
      points: 'overload.points',
      openIssues: 'overload.openIssues',
    };
    const params = { person: person.name, role: role.name, n, limit };
    const message = { key: keys[measure], params };
    return [
      placeFinding(first, 'overload', 'warning', [person.id], message, [
        { kind: 'hand-on', personId, role: role.key },
        { kind: 'raise-limit', role: role.key, measure, to: n },
      ]),
    ];
  });
}
