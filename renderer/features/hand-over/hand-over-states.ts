import type { AuditRow } from '#shared/edits/audit.ts';
import { recordsBefore, type RecordsThen } from '#shared/edits/records-before.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { RecordKind } from '#shared/model/record.ts';

/** Two states to be compared: what steps of the log did, or how two days differ. */
export type HandOverChoice =
  | { by: 'steps'; first: number; last: number; effectiveOn: string }
  | { by: 'days'; from: string; to: string };

/** What the chain session is asked for a sheet. */
export interface HandOverStates {
  before: RecordsThen;
  after: RecordsThen;
  lastDay: string;
  effectiveOn: string;
}

const kinds: readonly RecordKind[] = [
  'project',
  'district',
  'street',
  'community',
  'zone',
  'point',
  'person',
  'post',
];

/** How many steps had been taken by the end of a day on the district's clock. */
function stepsUntil(rows: readonly AuditRow[], day: string, utcOffsetMinutes: number): number {
  const later = rows.findIndex(({ time }) => localDay(Date.parse(time), utcOffsetMinutes) > day);
  return later < 0 ? rows.length : later;
}

/**
 * The two states that a choice compares. Steps are compared as of one day, so that nothing counts but
 * what they did; days by the records and the terms of each.
 */
export function handOverStates(
  rows: readonly AuditRow[],
  choice: HandOverChoice,
  utcOffsetMinutes: number,
): HandOverStates {
  const then = (kept: number) => recordsBefore(rows, kept, kinds);
  if (choice.by === 'steps') {
    const { first, last, effectiveOn } = choice;
    return { before: then(first - 1), after: then(last), lastDay: effectiveOn, effectiveOn };
  }
  const { from, to } = choice;
  return {
    before: then(stepsUntil(rows, from, utcOffsetMinutes)),
    after: then(stepsUntil(rows, to, utcOffsetMinutes)),
    lastDay: from,
    effectiveOn: to,
  };
}
