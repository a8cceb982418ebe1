import type { DocumentView } from '#shared/model/document-view.ts';
import type { Post } from '#shared/model/post.ts';
import type { RowChange } from './roster-draft.ts';

/** One thing that a row does: a key under `roster.paste.note` with its parameters. */
export interface RowNote {
  key: string;
  params: Record<string, string>;
}

/** What a row does, in the order in which a reader wants to know it. */
export function rowNotes(changes: readonly RowChange[], draft: DocumentView): RowNote[] {
  const notes: RowNote[] = [];
  const nameOf = (id: string | null) => {
    const record = draft.get(id ?? '');
    return record && 'name' in record ? record.name : '';
  };
  const roles = new Map(draft.all('project')[0]?.schemes.roles.map(({ key, name }) => [key, name]));
  const seat = (post: Post) => ({
    role: roles.get(post.role) ?? post.role,
    place: nameOf(post.targetId),
  });
  const say = (key: string, params: RowNote['params']) => notes.push({ key, params });

  for (const { before, after } of changes) {
    if (after.kind === 'post') {
      const was = before?.kind === 'post' ? before : null;
      if (!was || was.personId !== after.personId) {
        say('appointed', { person: nameOf(after.personId), from: after.from, ...seat(after) });
      } else if (after.to !== null && after.to !== was.to) {
        say('ends', { person: nameOf(after.personId), to: after.to, ...seat(after) });
      }
      if (was && was.personId === after.personId && was.from !== after.from) {
        say('from', { before: was.from, after: after.from });
      }
      if (was && was.deputyId !== after.deputyId) say('deputy', { deputy: nameOf(after.deputyId) });
      if (was && was.source !== after.source) say('source', { source: after.source });
    } else if (after.kind === 'person') {
      const was = before?.kind === 'person' ? before : null;
      if (!was) say('newPerson', { person: after.name });
      else if (was.phone !== after.phone) {
        say('phone', { person: after.name, before: was.phone || '—', after: after.phone });
      }
      if (was && was.organisationId !== after.organisationId) {
        say('unit', { person: after.name, unit: nameOf(after.organisationId) });
      }
    } else if (after.kind === 'organisation' && !before) say('newUnit', { unit: after.name });
  }
  return notes;
}
