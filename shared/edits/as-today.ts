import { type AnyRecord, recordSchemas } from '#shared/model/record.ts';

/** History may be of an older schema version: fields that came since have their defaults. */
export function asToday(record: AnyRecord): AnyRecord {
  // Outlines may be many and long, and their form has never changed.
  if ('geometry' in record || record.kind === 'issueChunk') return record;
  const parsed = recordSchemas[record.kind].safeParse(record);
  return parsed.success ? (parsed.data as AnyRecord) : record;
}
