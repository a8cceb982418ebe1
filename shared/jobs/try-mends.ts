import { groundConsequence, type ZoneConsequence } from '#shared/analysis/ground-consequence.ts';
import { mendFindings } from '#shared/edits/commands/mend-findings.ts';
import { Document } from '#shared/edits/document.ts';
import { type Patch, squashPatches } from '#shared/edits/patch.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { breathe, type JobHandler } from './job.ts';

export interface TryMendsInput {
  /** All records of the project; of issues only their places and times are looked at. */
  records: readonly AnyRecord[];
  mends: readonly Mend[];
  /** Day of the check that told the findings, `YYYY-MM-DD`. */
  on: string;
}

export interface TriedMends {
  /** What all that can be mended changes together. */
  patch: Patch;
  mended: number;
  /** Why each of the others cannot be, by its place in the list. */
  refused: { index: number; reason: string; params: Record<string, string | number> }[];
  totals: ZoneConsequence[];
}

/** So many are tried together at most, so that a long list shows progress and can be cancelled. */
const most = 256;

/**
 * Tries mends on a copy of the records and tells what all of them would change; nothing is stored.
 * One that cannot be carried out stops none of the others: what is refused together is tried in
 * halves until those to blame stand alone.
 * @throws the signal's reason when cancelled
 */
export const tryMends: JobHandler<TryMendsInput, TriedMends> = async (input, context) => {
  const { mends, on } = input;
  const document = new Document(input.records);
  const patches: Patch[] = [];
  const refused: TriedMends['refused'] = [];
  const waiting: [from: number, to: number][] = [];
  for (let from = 0; from < mends.length; from += most) {
    waiting.push([from, Math.min(mends.length, from + most)]);
  }
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [from, to] = next;
    context.progress((0.9 * from) / mends.length);
    await breathe(context);
    const result = mendFindings(document, { mends: mends.slice(from, to), on });
    if ('patch' in result) {
      document.apply(result.patch);
      patches.push(result.patch);
    } else if (to - from === 1) {
      refused.push({ index: from, reason: result.refused, params: result.params ?? {} });
    } else {
      const middle = from + Math.ceil((to - from) / 2);
      waiting.unshift([from, middle], [middle, to]);
    }
  }
  await breathe(context);
  const patch = squashPatches(patches);
  // What changes is told against what was there before.
  const totals = groundConsequence(new Document(input.records), patch);
  context.progress(1);
  return { patch, mended: mends.length - refused.length, refused, totals };
};
