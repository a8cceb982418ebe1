import type { DocumentView } from '#shared/model/document-view.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post, PostLevel } from '#shared/model/post.ts';
import type { RecordOf } from '#shared/model/record.ts';
import type { Role } from '#shared/model/scheme.ts';

export type Place = RecordOf<'district' | 'street' | 'community' | 'zone' | 'point'>;

export interface ChainLink {
  place: Place;
  role: Role;
  /** Posts in office on the day, with their people; empty is a vacancy. */
  holders: { post: Post; person: Person | null }[];
}

const levels: readonly PostLevel[] = ['district', 'street', 'community', 'zone', 'point'];

/** Whether a record is a place that somebody can answer for. */
export function isPlace(record: { kind: string } | undefined): record is Place {
  return record !== undefined && (levels as readonly string[]).includes(record.kind);
}

/**
 * Places above a place and itself, district first. A point's zone is not stored with it: it is
 * passed in by whoever knows the ground.
 */
export function placesAbove(document: DocumentView, place: Place, zoneId?: string): Place[] {
  const parentId = (of: Place): string | null | undefined => {
    if (of.kind === 'point') return zoneId;
    if (of.kind === 'zone') return of.parentId;
    if (of.kind === 'community') return of.streetId;
    if (of.kind === 'street') return of.districtId;
    return undefined;
  };
  const chain: Place[] = [place];
  for (let id = parentId(place); id; ) {
    const parent = document.get(id);
    if (!isPlace(parent) || chain.includes(parent)) break;
    chain.unshift(parent);
    id = parentId(parent);
  }
  return chain;
}

/**
 * Who answers at each level for a place on a day (`YYYY-MM-DD`), from the district down. Roles that
 * a level does not require appear only when somebody holds them.
 */
export function chainOf(
  document: DocumentView,
  places: readonly Place[],
  day: string,
): ChainLink[] {
  const roles = document.all('project')[0]?.schemes.roles ?? [];
  const ids = new Set(places.map((place) => place.id));
  const posts = document
    .all('post')
    .filter((post) => ids.has(post.targetId) && inOffice(post, day));
  return places.flatMap((place) =>
    roles
      .filter((role) => role.level === place.kind)
      .map((role) => ({
        place,
        role,
        holders: posts
          .filter((post) => post.targetId === place.id && post.role === role.key)
          .map((post) => ({
            post,
            person: post.personId ? (document.find('person', post.personId) ?? null) : null,
          })),
      }))
      .filter((link) => link.role.required || link.holders.length > 0),
  );
}
