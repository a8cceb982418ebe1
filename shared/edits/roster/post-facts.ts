import type { Refusal } from '#shared/edits/command.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Post, PostLevel } from '#shared/model/post.ts';
import type { RecordOf } from '#shared/model/record.ts';
import type { Role } from '#shared/model/scheme.ts';

/** A role at a place of its level. */
export interface SeatName {
  level: PostLevel;
  targetId: string;
  /** Key of the role in the project's scheme. */
  role: string;
}

/** The place and the role that are meant; refused when either is not there, or they do not belong together. */
export function seatOf(
  document: DocumentView,
  { level, targetId, role: key }: SeatName,
): { target: RecordOf<PostLevel>; role: Role } | Refusal {
  const target = document.find(level, targetId);
  if (!target) return { refused: 'edit.refused.missing' };
  const role = document.all('project')[0]?.schemes.roles.find((one) => one.key === key);
  if (!role || role.level !== level) {
    return { refused: 'edit.refused.role', params: { place: target.name } };
  }
  return { target, role };
}

/** What a post is called in labels and sentences. */
export function postWords(
  document: DocumentView,
  post: Post,
): { role: string; place: string; person: string } {
  const roles = document.all('project')[0]?.schemes.roles ?? [];
  return {
    role: roles.find(({ key }) => key === post.role)?.name ?? post.role,
    place: document.find(post.level, post.targetId)?.name ?? '',
    person: document.find('person', post.personId ?? '')?.name ?? '',
  };
}

/** Why a post cannot stand as it is: it ends before it begins, or names a deputy or unit that cannot be. */
export function postFault(document: DocumentView, post: Post): Refusal | null {
  const { from, to, deputyId, personId, organisationId } = post;
  const { role, place } = postWords(document, post);
  if (to !== null && to < from) {
    return { refused: 'edit.rosterRefused.endsBeforeStart', params: { role, place, from, to } };
  }
  if (deputyId !== null && deputyId === personId) {
    return { refused: 'edit.rosterRefused.ownDeputy', params: { role, place } };
  }
  if (organisationId !== null && !document.find('organisation', organisationId)) {
    return { refused: 'edit.refused.missing' };
  }
  return null;
}
