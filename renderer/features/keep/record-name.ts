import type { Document } from '#shared/edits/document.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** What a person calls a record; a post by the name of its role and by its place, since a role is held in many. */
export function recordName(record: AnyRecord, document: Document | null): string {
  if (record.kind !== 'post') return recordTitle(record);
  const roles = document?.all('project')[0]?.schemes.roles ?? [];
  const role = roles.find(({ key }) => key === record.role)?.name ?? record.role;
  const place = document?.get(record.targetId);
  return place ? `${recordTitle(place)} ${role}` : role;
}
