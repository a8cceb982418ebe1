import { type AnyRecord, recordSchemas } from '#shared/model/record.ts';
import { sameRecord } from './same-record.ts';

/** As today's schema reads it. */
function read(record: AnyRecord): AnyRecord {
  const parsed = recordSchemas[record.kind].safeParse(record);
  return parsed.success ? (parsed.data as AnyRecord) : record;
}

/** Whether two states of a record are the same as today's schema reads them: fields that came later are no difference. */
export function sameToday(a: AnyRecord, b: AnyRecord): boolean {
  return sameRecord(a, b) || sameRecord(read(a), read(b));
}
