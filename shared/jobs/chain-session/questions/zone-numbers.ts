import * as z from 'zod';
import { NumbersBook } from '#shared/analysis/numbers-book.ts';
import type { ZoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { type ChainView, question } from '#shared/jobs/chain-session/question.ts';
import type { Steps } from '#shared/jobs/slices.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { inOffice } from '#shared/model/in-office.ts';
import { workloadWeights } from '#shared/model/workload.ts';

/** The numbers of a zone with those who answer for it. */
export interface StaffedZone extends ZoneNumbers {
  /** People in office for the zone or for one of its points. */
  people: number;
}

const books = new WeakMap<DocumentView, NumbersBook>();

function bookOf(records: DocumentView): NumbersBook {
  let book = books.get(records);
  if (!book) {
    book = new NumbersBook();
    books.set(records, book);
  }
  return book;
}

function* staffed({ state, records }: ChainView, freeM2: number): Steps<StaffedZone[]> {
  const { on, index } = state;
  const input = {
    zones: records.all('zone'),
    points: records.all('point'),
    issues: records.all('issueChunk'),
    weights: records.all('project')[0]?.workload ?? workloadWeights.parse({}),
  };
  const { rows, zoneOfPoint } = yield* bookOf(records).count(input, freeM2);
  const people = new Map<string | null, Set<string>>();
  const staff = (zoneId: string | null, targetId: string) => {
    for (const post of index.roster.postsAt(targetId)) {
      if (post.personId === null || !inOffice(post, on)) continue;
      const known = people.get(zoneId);
      if (known) known.add(post.personId);
      else people.set(zoneId, new Set([post.personId]));
    }
  };
  for (const { id } of input.zones) staff(id, id);
  for (const [pointId, zoneId] of zoneOfPoint) staff(zoneId, pointId);
  return rows.map((row) => ({ ...row, people: people.get(row.zoneId)?.size ?? 0 }));
}

/** The numbers of all zones, what belongs to nobody first; `freeM2` is ground without a zone. */
export const zoneNumbersQuestion = question({
  ask: z.object({ freeM2: z.number().min(0) }),
  answer(view, { freeM2 }): Steps<StaffedZone[]> {
    return staffed(view, freeM2);
  },
});
