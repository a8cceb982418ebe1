import { type PostList, seatOfKey } from '#shared/analysis/roster/list-posts.ts';
import { type RowState, rowStates } from '#shared/analysis/roster/row-states.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post, PostLevel } from '#shared/model/post.ts';
import type { RecordOf } from '#shared/model/record.ts';
import type { Role } from '#shared/model/scheme.ts';

/** A line of the roster with everything it shows, read from the records as they stand now. */
export interface PostRow {
  key: string;
  /** Null: an empty seat. */
  post: Post | null;
  roleKey: string;
  role: Role | null;
  level: PostLevel | null;
  place: RecordOf<PostLevel> | null;
  street: string;
  person: Person | null;
  deputy: Person | null;
  unit: string;
  state: RowState;
}

/** Reads rows of a list; a row whose post is gone by now is null. */
export function postRows(document: DocumentView, list: PostList) {
  const roles = new Map(document.all('project')[0]?.schemes.roles.map((role) => [role.key, role]));
  return (key: string, index: number): PostRow | null => {
    const seat = seatOfKey(key);
    const post = seat ? null : (document.find('post', key) ?? null);
    if (!seat && !post) return null;
    const roleKey = seat?.role ?? post?.role ?? '';
    const role = roles.get(roleKey) ?? null;
    const level = post?.level ?? role?.level ?? null;
    const placeId = seat?.placeId ?? post?.targetId ?? '';
    const person = document.find('person', post?.personId ?? '') ?? null;
    const unitId = post?.organisationId ?? person?.organisationId ?? '';
    return {
      key,
      post,
      roleKey,
      role,
      level,
      place: level ? (document.find(level, placeId) ?? null) : null,
      street: list.streets[list.street[index] ?? 0] ?? '',
      person,
      deputy: document.find('person', post?.deputyId ?? '') ?? null,
      unit: document.find('organisation', unitId)?.name ?? '',
      state: rowStates[list.states[index] ?? 0] ?? 'inOffice',
    };
  };
}
