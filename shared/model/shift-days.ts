import type { AnyRecord } from './record.ts';

const dayMs = 86_400_000;

/**
 * The same record `days` days later (earlier, when negative): issues, terms of office, exceptions and
 * the inspection move together, so that a sample made once is about the present whenever it is opened.
 */
export function shiftDays(record: AnyRecord, days: number): AnyRecord {
  const day = (date: string) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
  const moment = (at: string) => new Date(Date.parse(at) + days * dayMs).toISOString();
  const orNull = (date: string | null) => (date === null ? null : day(date));
  const moments = (times: Float64Array) => times.map((time) => time + days * dayMs);
  switch (record.kind) {
    case 'issueChunk':
      return {
        ...record,
        foundAt: moments(record.foundAt),
        dueAt: moments(record.dueAt),
        closedAt: moments(record.closedAt),
      };
    case 'post':
      return { ...record, from: day(record.from), to: orNull(record.to) };
    case 'person':
      return {
        ...record,
        leave: record.leave.map((leave) => ({
          ...leave,
          from: day(leave.from),
          to: day(leave.to),
        })),
      };
    case 'exception':
      return { ...record, from: day(record.from), expires: day(record.expires) };
    case 'border':
      return { ...record, decidedOn: orNull(record.decidedOn) };
    case 'dutyList':
      return {
        ...record,
        day: day(record.day),
        checkIns: record.checkIns.map((checkIn) => ({ ...checkIn, at: moment(checkIn.at) })),
      };
    case 'project':
      return { ...record, inspectionDate: orNull(record.inspectionDate) };
    case 'scene':
      return {
        ...record,
        filter: record.filter && {
          ...record.filter,
          from: orNull(record.filter.from),
          to: orNull(record.filter.to),
        },
      };
    default:
      return record;
  }
}

/** Whole days from the newest issue of these records to `now` (ms since 1970); 0 without issues. */
export function daysSinceNewestIssue(records: readonly AnyRecord[], now: number): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const record of records) {
    if (record.kind !== 'issueChunk') continue;
    for (const time of record.foundAt) if (time > newest) newest = time;
  }
  return Number.isFinite(newest) ? Math.floor((now - newest) / dayMs) : 0;
}
