import type { AnyRecord } from '#shared/model/record.ts';

/** What a person calls a record: its name or title; a post by its role, issues by their number. */
export function recordTitle(record: AnyRecord): string {
  switch (record.kind) {
    case 'scene':
      return record.title;
    case 'post':
      return record.role;
    case 'dutyList':
      return record.day;
    case 'issueChunk':
      return `${record.count}`;
    default:
      return record.name;
  }
}
