import { area } from '@turf/turf';
import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';
import type { Staff } from './people.ts';
import type { Block, Places } from './places.ts';
import { areaOf } from './rings.ts';
import { innerVertex, type Ring, toLonLat } from './vertex.ts';

/** What the checks must find in the sample; they must find nothing else. */
export interface Planted {
  day: string;
  overlaps: { zoneIds: string[]; zones: string[]; areaM2: number; at: [number, number] }[];
  gaps: { areaM2: number; at: [number, number] }[];
  vacant: { role: string; targetId: string; target: string };
  doubleHolder: { role: string; targetId: string; target: string; people: string[] };
  expired: { role: string; postId: string; targetId: string; target: string; to: string };
  unreachable: { role: string; personId: string; person: string; targetId: string; target: string };
}

const expiredOn = '2026-10-31';

/** Changes staff and posts so that each rule of the chain is broken once; says where. */
export function plant(day: string, places: Places, staff: Staff): Planted {
  const blockIn = (streetCode: string, number: number): Block => {
    const own = places.blocks.filter(({ street }) => street.code === streetCode);
    return own[number % own.length] as Block;
  };
  const postOf = (targetId: string): Post => {
    const post = staff.posts.find((candidate) => candidate.targetId === targetId);
    if (!post) throw new Error(`nobody to be planted at ${targetId}`);
    return post;
  };
  const holder = (post: Post) =>
    staff.people.find((person) => person.id === post.personId) as Person;

  const vacant = blockIn('110108017', 3);
  const double = blockIn('110108022', 2);
  const silent = blockIn('110108006', 4);
  const { community } = blockIn('110108027', 5);

  staff.posts.splice(staff.posts.indexOf(postOf(vacant.zone.id)), 1);
  const first = postOf(double.zone.id);
  const second = staff.hire(holder(first).organisationId);
  staff.appoint('zone-head', 'zone', double.zone.id, second);
  const expired = postOf(community.id);
  expired.to = expiredOn;
  const mute = holder(postOf(silent.zone.id));
  mute.phone = '';

  const nameOf = (id: string) =>
    places.blocks.find(({ zone }) => zone.id === id)?.zone.name as string;
  const squareMetres = (ring: Ring) =>
    Math.round(area({ type: 'Feature', properties: {}, geometry: areaOf([ring]) }) * 10) / 10;
  const within = (ring: Ring) => {
    const [x, y] = innerVertex([ring]);
    return toLonLat([Math.round(x), Math.round(y)]);
  };
  return {
    day,
    overlaps: places.disputes.map(({ claimantId, otherId, dispute }) => ({
      zoneIds: [claimantId, otherId],
      zones: [claimantId, otherId].map(nameOf),
      areaM2: squareMetres(dispute.ring),
      at: within(dispute.ring),
    })),
    gaps: places.gap.map((ring) => ({
      areaM2: squareMetres(ring),
      at: within(ring),
    })),
    vacant: { role: 'zone-head', targetId: vacant.zone.id, target: vacant.zone.name },
    doubleHolder: {
      role: 'zone-head',
      targetId: double.zone.id,
      target: double.zone.name,
      people: [holder(first).name, second.name],
    },
    expired: {
      role: 'community-head',
      postId: expired.id,
      targetId: community.id,
      target: community.name,
      to: expiredOn,
    },
    unreachable: {
      role: 'zone-head',
      personId: mute.id,
      person: mute.name,
      targetId: silent.zone.id,
      target: silent.zone.name,
    },
  };
}
