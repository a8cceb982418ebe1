import { consequencesOf, type IssueColumns, type Total } from '#shared/analysis/consequence.ts';
import { applyFix } from '#shared/edits/apply-fix.ts';
import { Document } from '#shared/edits/document.ts';
import { changesOf, type Patch, squashPatches } from '#shared/edits/patch.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { breathe, type JobHandler } from './job.ts';

export interface TryMendsInput {
  /** Everything but issues. */
  records: readonly AnyRecord[];
  issues: readonly IssueColumns[];
  mends: readonly Mend[];
  /** Day of the check that told the findings, `YYYY-MM-DD`. */
  on: string;
  /** Milliseconds since 1970. */
  now: number;
}

export interface TriedMends {
  /** What all that can be mended changes together. */
  patch: Patch;
  mended: number;
  /** Why each of the others cannot be, by its place in the list. */
  refused: { index: number; reason: string; params: Record<string, string | number> }[];
  totals: Total[];
}

/** Longest stretch of work without a look at the messages, in milliseconds. */
const stretchMs = 30;

/**
 * Tries mends one after the other, each on what the ones before it left, and tells what all of them
 * would change; nothing is stored. One that cannot be carried out stops none of the others.
 * @throws the signal's reason when cancelled
 */
export const tryMends: JobHandler<TryMendsInput, TriedMends> = async (input, context) => {
  const document = new Document(input.records);
  const patches: Patch[] = [];
  const refused: TriedMends['refused'] = [];
  let rested = performance.now();
  for (const [index, mend] of input.mends.entries()) {
    if (performance.now() - rested > stretchMs) {
      context.progress((0.9 * index) / input.mends.length);
      await breathe(context);
      rested = performance.now();
    }
    const result = applyFix(document, { ...mend, on: input.on });
    if ('refused' in result) {
      refused.push({ index, reason: result.refused, params: result.params ?? {} });
      continue;
    }
    document.apply(result.patch);
    patches.push(result.patch);
  }
  await breathe(context);
  const patch = squashPatches(patches);
  const things = { points: document.all('point'), issues: input.issues };
  const totals = consequencesOf(things, changesOf(patch), input.now).map(
    ({ recordId, kind, name, areaM2, points, issuesPerMonth }): Total => ({
      recordId,
      kind,
      name,
      areaM2,
      points,
      issuesPerMonth,
    }),
  );
  context.progress(1);
  return { patch, mended: patches.length, refused, totals };
};
