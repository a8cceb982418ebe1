import * as z from 'zod';
import { handOverSheet } from '#shared/analysis/hand-over.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import type { RecordsThen } from '#shared/edits/records-before.ts';
import { type HandOverLines, handOverLines } from '#shared/jobs/chain-session/hand-over-lines.ts';
import { type ChainView, question } from '#shared/jobs/chain-session/question.ts';
import { overlaid, recordsThen } from '#shared/jobs/chain-session/records-then.ts';
import { chainKinds } from '#shared/jobs/check.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** The chain of a state of the project, told by what is otherwise now. */
function indexThen({ state, records }: ChainView, changes: RecordsThen): ChainIndex {
  if (changes.length === 0) return state.index;
  const now = chainKinds.flatMap((kind): readonly AnyRecord[] => records.all(kind));
  const found = overlaid(now, changes);
  return new ChainIndex({ ...chainInputOf(found), issueChunks: records.all('issueChunk') });
}

/**
 * Who receives and who gives up what between two states of the project, each told by the records that
 * stand otherwise now. Issues are those of now.
 */
export const handOver = question({
  ask: z.object({
    before: recordsThen,
    after: recordsThen,
    /** Last day of the old state and first of the new one: posts are held by their terms. */
    lastDay: z.iso.date(),
    effectiveOn: z.iso.date(),
  }),
  answer(view, { before, after, lastDay, effectiveOn }): HandOverLines {
    const [old, now] = [indexThen(view, before), indexThen(view, after)];
    return handOverLines(handOverSheet(old, now, lastDay, effectiveOn), view.records);
  },
});
