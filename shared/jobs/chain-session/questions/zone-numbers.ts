import * as z from 'zod';
import { type NumberColumns, numberColumns } from '#shared/analysis/number-columns.ts';
import { weightsOf } from '#shared/analysis/workload.ts';
import { numbersOf } from '#shared/jobs/chain-session/number-books.ts';
import { type ChainView, question } from '#shared/jobs/chain-session/question.ts';
import type { Steps } from '#shared/jobs/slices.ts';
import { inOffice } from '#shared/model/in-office.ts';

function* counted({ state, records }: ChainView, freeM2: number): Steps<NumberColumns> {
  const { on, index } = state;
  const kept = numbersOf(records);
  const input = {
    zones: records.all('zone'),
    points: records.all('point'),
    issues: records.all('issueChunk'),
    weights: weightsOf(records),
  };
  const turn = ++kept.begun;
  const { rows, zoneOfPoint } = yield* kept.book.count(input, freeM2);
  // One that was asked for before is out of date, whenever it ends.
  if (turn === kept.begun) kept.rows = rows;
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
  yield;
  return numberColumns(rows, (zoneId) => people.get(zoneId)?.size ?? 0);
}

/**
 * The numbers of all zones, what belongs to nobody first, then the outliers; `freeM2` is ground without a
 * zone. People are those in office for a zone or one of its points.
 */
export const zoneNumbers = question({
  ask: z.object({ freeM2: z.number().min(0) }),
  answer(view, { freeM2 }): Steps<NumberColumns> {
    return counted(view, freeM2);
  },
});
