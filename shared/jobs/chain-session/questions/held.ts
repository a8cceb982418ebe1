import * as z from 'zod';
import { namedPerson, namedPlace } from '#shared/analysis/chain-seats.ts';
import {
  type Held,
  heldByOrganisation,
  heldByPerson,
  organisationsBelow,
} from '#shared/analysis/held-by.ts';
import { chainLevels } from '#shared/chain/chain-place.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { id } from '#shared/model/primitives.ts';

/** As many posts as a card lists, and places as the map outlines; the count tells them all. */
const mostPosts = 200;
const mostPlaces = 2000;

const told = ({ post, person, place, role, points, openIssues }: Held) => ({
  postId: post.id,
  since: post.from,
  to: post.to,
  person: namedPerson(person),
  place: namedPlace(place),
  role: { key: post.role, name: role?.name ?? post.role },
  points,
  openIssues,
});

/** Everything that a person holds, or a unit with those below it: highest places first. */
export const held = question({
  ask: z.union([z.object({ personId: id }), z.object({ organisationId: id })]),
  answer({ state: { index, on }, records }, asked) {
    const units = records.all('organisation');
    const all =
      'personId' in asked
        ? heldByPerson(index, asked.personId, on)
        : heldByOrganisation(index, units, asked.organisationId, on);
    const depth = ({ place }: Held) => chainLevels.indexOf(place.level);
    all.sort((a, b) => depth(a) - depth(b) || (a.place.name < b.place.name ? -1 : 1));
    const placeIds = [...new Set(all.map(({ place }) => place.id))];
    return {
      items: all.slice(0, mostPosts).map(told),
      count: all.length,
      places: placeIds.length,
      placeIds: placeIds.slice(0, mostPlaces),
      people:
        'personId' in asked
          ? 1
          : peopleIn(index.roster.people.values(), units, asked.organisationId),
    };
  },
});

/** How many people a unit has, with those below it. */
function peopleIn(
  people: Iterable<{ organisationId: string | null }>,
  units: Parameters<typeof organisationsBelow>[0],
  unitId: string,
): number {
  const ids = organisationsBelow(units, unitId);
  let count = 0;
  for (const { organisationId } of people) {
    if (organisationId !== null && ids.has(organisationId)) count++;
  }
  return count;
}
