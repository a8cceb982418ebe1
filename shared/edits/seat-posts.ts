import type { DocumentView } from '#shared/model/document-view.ts';
import type { Post } from '#shared/model/post.ts';

/** Name of the seat that a post is about, for labels: its role, its place and its holder. */
export function postWords(document: DocumentView, post: Post) {
  const role = document.all('project')[0]?.schemes.roles.find(({ key }) => key === post.role);
  const place = document.find(post.level, post.targetId);
  return {
    role: role?.name ?? post.role,
    place: place?.name ?? '',
    person: document.find('person', post.personId ?? '')?.name ?? '',
  };
}

/** Other posts with a holder in the same role at the same place. */
export function othersInSeat(document: DocumentView, post: Post): Post[] {
  return document
    .all('post')
    .filter(
      (other) =>
        other.targetId === post.targetId &&
        other.role === post.role &&
        other.id !== post.id &&
        other.personId !== null,
    );
}
