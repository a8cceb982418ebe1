import * as z from 'zod';
import { issuesAlong } from '#shared/analysis/border-register.ts';
import { type ListedIssue, listedIssue } from '#shared/analysis/listed-issue.ts';
import { linesLengthM } from '#shared/geo/line-length.ts';
import { borderBook } from '#shared/jobs/chain-session/border-books.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { borderLevels, borderLines } from '#shared/model/border.ts';
import { id, type LonLat } from '#shared/model/primitives.ts';
import { type BorderFit, borderFit } from '#shared/topology/border-fit.ts';
import { freeStretches } from '#shared/topology/free-stretches.ts';
import { renewedLine } from '#shared/topology/renewed-line.ts';

/** A run of a border with its length in metres. */
export interface BorderStretch {
  line: LonLat[];
  lengthM: number;
}

export interface BorderAnswer {
  /** What is registered; of a border without entry, the stretches that none has. */
  stretches: BorderStretch[];
  fit: BorderFit;
  /** What a registered line would be on the border as it is now; null while it fits, or there is none. */
  renewed: LonLat[][] | null;
  /** Open issues near the border, nearest first; of many only the nearest are told. */
  issues: (ListedIssue & { distanceM: number })[];
  issueCount: number;
}

const mostIssues = 200;

const stretchOf = (line: readonly (readonly number[])[]): BorderStretch => ({
  line: line as LonLat[],
  lengthM: linesLengthM([line as LonLat[]]),
});

/** One border of the register: its course as it is now, and the issues along it. */
export const border = question({
  ask: z.object({
    level: z.enum(borderLevels),
    partyIds: z.tuple([id, id]),
    borderId: id.nullable(),
  }),
  answer({ state, records }, { level, partyIds, borderId }): BorderAnswer {
    const { index } = state;
    const { borderM } = index.rules;
    const book = borderBook(records, level);
    // Brings the book up to date.
    book.rows(records, () => index.openIssues, borderM);
    const { shared } = book;
    const entry = borderId === null ? null : (records.find('border', borderId) ?? null);
    const lines = entry ? borderLines(entry) : [];
    const ofPair = records
      .all('border')
      .filter((one) => partyIds.every((party) => one.partyIds.includes(party)));
    const stretches = entry ? lines : freeStretches(shared, partyIds, ofPair.flatMap(borderLines));
    const fit = entry
      ? borderFit(shared, { partyIds: entry.partyIds, disputed: entry.disputed, lines })
      : 'fits';
    const others = ofPair.filter((one) => one.id !== entry?.id).flatMap(borderLines);
    const renewed =
      fit === 'moved' ? renewedLine(lines, freeStretches(shared, partyIds, others)) : [];
    const near = issuesAlong(stretches, index.openIssuesNear, borderM);
    return {
      stretches: stretches.map(stretchOf),
      fit,
      renewed: renewed.length > 0 ? (renewed as LonLat[][]) : null,
      issues: near
        .slice(0, mostIssues)
        .map(({ item, distanceM }) => ({ ...listedIssue(item), distanceM })),
      issueCount: near.length,
    };
  },
});
