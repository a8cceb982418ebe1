import * as z from 'zod';
import {
  type Ledger,
  type LedgerEntry,
  type LedgerGroup,
  ledgerGroups,
  ledgerKeys,
  type LedgerSum,
} from '#shared/analysis/accountability-ledger.ts';
import { ledgerOf, redrawnDays } from '#shared/jobs/chain-session/ledger-book.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

/** One seat of the chain of an issue, by names: places and people may be gone since. */
export interface LedgerSeatLine {
  place: string;
  role: string;
  /** Null: vacant on the day. */
  person: string | null;
  personId: string | null;
  unit: string | null;
}

/** An issue that lost points. */
export interface LedgerLine {
  chunkId: string;
  index: number;
  day: string;
  points: number;
  issueClass: string;
  street: string | null;
  seats: LedgerSeatLine[];
}

export interface LedgerAnswer {
  points: number;
  issues: number;
  sums: LedgerSum[];
  /** Issues of the key asked about, latest first; of many only the latest. */
  lines: LedgerLine[];
  lineCount: number;
  /** Days since the first of these issues on which the ground was redrawn; the ledger knows both states. */
  redrawn: string[];
}

const mostLines = 500;

export const period = { from: z.iso.date().nullable(), to: z.iso.date().nullable() };

function sumsOf(ledger: Ledger, by: LedgerGroup): LedgerSum[] {
  const { byUnit, byStreet, byCategory, byIndicator, byPerson } = ledger;
  const sums = {
    unit: byUnit,
    street: byStreet,
    category: byCategory,
    indicator: byIndicator,
    person: byPerson,
  };
  return sums[by];
}

/** An entry with the names of whoever and whatever it is about. */
export function ledgerLine(entry: LedgerEntry, records: DocumentView): LedgerLine {
  const nameOf = (id: string | null) => {
    const record = id === null ? undefined : records.get(id);
    return record && 'name' in record ? record.name : null;
  };
  const { issue, day, points, issueClass, streetId, seats } = entry;
  return {
    chunkId: issue.chunk.id,
    index: issue.index,
    day,
    points,
    issueClass,
    street: nameOf(streetId),
    seats: seats.map(({ place, role, personId, unitId }) => ({
      place: place.name,
      role: role.name,
      person: nameOf(personId),
      personId,
      unit: nameOf(unitId),
    })),
  };
}

/** Lost points of a period, summed, and the issues of one sum with their chains of the day. */
export const ledger = question({
  ask: z.object({
    ...period,
    by: z.enum(ledgerGroups),
    /** Key of the sum to be opened; null is the sum of what has no key. Left out: none. */
    key: z.string().nullable().optional(),
  }),
  answer(view, { from, to, by, key }): LedgerAnswer {
    const { records } = view;
    const made = ledgerOf(view, { from, to });
    const classes = records.all('project')[0]?.schemes.issueClasses ?? [];
    const keysOf = ledgerKeys(classes)[by];
    const chosen =
      key === undefined ? [] : made.entries.filter((entry) => keysOf(entry).includes(key));
    const latest = chosen.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
    const first = made.entries.reduce(
      (least, { day }) => (day < least ? day : least),
      '9999-12-31',
    );
    return {
      points: made.points,
      issues: made.entries.length,
      sums: sumsOf(made, by),
      lines: latest.slice(0, mostLines).map((entry) => ledgerLine(entry, records)),
      lineCount: chosen.length,
      redrawn: redrawnDays(records).filter((day) => day > first),
    };
  },
});
