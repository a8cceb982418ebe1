import type { Person } from '#shared/model/person.ts';
import type { Post, PostLevel } from '#shared/model/post.ts';
import type { Zone } from '#shared/model/zone.ts';
import { personNames } from './names.ts';
import type { Organisations } from './organisations.ts';
import type { Places } from './places.ts';
import type { PlacedPoint } from './points.ts';
import { seeded } from './random.ts';

export interface Staff {
  people: Person[];
  posts: Post[];
  /** A further person, for teams and for what is planted. */
  hire(organisationId: string | null): Person;
  appoint(role: string, level: PostLevel, targetId: string, person: Person): Post;
}

const source = '示例包保名单（虚构）';

/**
 * People and posts: every role that the template requires is held once, at every level. Points are
 * shared out among a few keepers in each community.
 */
export function makeStaff(
  places: Places,
  zones: readonly Zone[],
  points: readonly PlacedPoint[],
  organisations: Organisations,
): Staff {
  const random = seeded('people');
  const nextName = personNames(random);
  const people: Person[] = [];
  const posts: Post[] = [];
  const days = ['2025-03-03', '2025-06-16', '2025-09-01', '2026-01-05', '2026-04-13', '2026-09-01'];
  const hire = (organisationId: string | null): Person => {
    const number = String(people.length + 1).padStart(4, '0');
    const person: Person = {
      kind: 'person',
      id: random.uuid(),
      name: nextName(),
      // No subscriber has a number of this pattern.
      phone: `199-0000-${number}`,
      organisationId,
      leave: [],
    };
    people.push(person);
    return person;
  };
  const appoint = (role: string, level: PostLevel, targetId: string, person: Person): Post => {
    const post: Post = {
      kind: 'post',
      id: random.uuid(),
      role,
      personId: person.id,
      level,
      targetId,
      from: random.pick(days),
      to: null,
      source,
      deputyId: null,
      organisationId: null,
    };
    posts.push(post);
    return post;
  };
  const bodyOf = (id: string | null | undefined) => organisations.ofPlace.get(id ?? '')?.id ?? null;

  appoint('district-leader', 'district', places.district.id, hire(organisations.root.id));
  const leaders = Array.from({ length: 15 }, () => hire(organisations.root.id));
  places.streets.forEach((street, index) => {
    appoint('liaison-leader', 'street', street.id, leaders[index % leaders.length] as Person);
    appoint('street-head', 'street', street.id, hire(bodyOf(street.id)));
  });
  for (const community of places.communities) {
    appoint('community-head', 'community', community.id, hire(bodyOf(community.id)));
  }
  for (const zone of zones) {
    appoint('zone-head', 'zone', zone.id, hire(bodyOf(zone.parentId)));
  }
  keepPoints(places, points);
  return { people, posts, hire, appoint };

  function keepPoints({ communities }: Places, all: readonly PlacedPoint[]): void {
    const supervisors = organisations.departments.flatMap(({ id }) => [hire(id), hire(id)]);
    for (const community of communities) {
      const own = all.filter((entry) => entry.block.community === community);
      const keepers = Array.from({ length: Math.ceil(own.length / 6) }, () =>
        hire(bodyOf(community.id)),
      );
      own.forEach(({ point }, index) => {
        appoint('point-head', 'point', point.id, keepers[index % keepers.length] as Person);
        if (random.next() < 0.2) {
          appoint('line-supervisor', 'point', point.id, random.pick(supervisors));
        }
      });
    }
  }
}
