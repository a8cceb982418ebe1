import { groundConsequence, type ZoneConsequence } from '#shared/analysis/ground-consequence.ts';
import { mendFindings } from '#shared/edits/commands/mend-findings.ts';
import { Document } from '#shared/edits/document.ts';
import { nearView } from '#shared/edits/near-view.ts';
import { changesOf, type Patch, squashPatches } from '#shared/edits/patch.ts';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { breathe, type JobHandler } from './job.ts';

/** For a mend that was left away though it stood alone: nothing says why. */
const leftAway: { refused: string; params?: Record<string, string | number> } = {
  refused: 'edit.repairRefused.failed',
};

export interface TryMendsInput {
  /** All records of the project; of issues only their places and times are looked at. */
  records: readonly AnyRecord[];
  mends: readonly Mend[];
  /** Day of the check that told the findings, `YYYY-MM-DD`. */
  on: string;
  /** See FixRequest. */
  carry?: boolean;
}

export interface TriedMends {
  /** What all that can be mended changes together. */
  patch: Patch;
  mended: number;
  /** Why each of the others cannot be, by its place in the list. */
  refused: { index: number; reason: string; params: Record<string, string | number> }[];
  totals: ZoneConsequence[];
}

/**
 * So many are tried together at most: a long list shows progress and can be cancelled, and it is
 * quicker so, for what a trial costs grows faster than its list.
 */
const most = 64;

/**
 * Tries mends on a copy of the records and tells what all of them would change; nothing is stored.
 * One that cannot be carried out stops none of the others: what is refused together is tried in
 * halves until those to blame stand alone.
 * @throws the signal's reason when cancelled
 */
export const tryMends: JobHandler<TryMendsInput, TriedMends> = async (input, context) => {
  const { mends, on, carry = false } = input;
  const document = new Document(input.records);
  const patches: Patch[] = [];
  const refused: TriedMends['refused'] = [];
  // Neighbours together: what is looked at then is a small part of the district.
  const order = sideBySide(mends);
  const waiting: number[][] = [];
  for (let from = 0; from < order.length; from += most)
    waiting.push(order.slice(from, from + most));
  let done = 0;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    context.progress((0.9 * done) / mends.length);
    await breathe(context);
    const list = next.flatMap((index) => mends[index] ?? []);
    const result = mendFindings(viewFor(document, list), { mends: list, on, carry });
    // A list of several may be mended but for some: these have to be found, with their reasons.
    if ('patch' in result && result.label.params['count'] === next.length) {
      document.apply(result.patch);
      patches.push(result.patch);
    } else if (next.length === 1) {
      const [index = 0] = next;
      const { refused: reason, params = {} } = 'refused' in result ? result : leftAway;
      refused.push({ index, reason, params });
    } else {
      const middle = Math.ceil(next.length / 2);
      waiting.unshift(next.slice(0, middle), next.slice(middle));
      continue;
    }
    done += next.length;
  }
  await breathe(context);
  const patch = squashPatches(patches);
  // What changes is told against what was there before.
  const totals = groundConsequence(new Document(input.records), changesOf(patch));
  context.progress(1);
  return { patch, mended: mends.length - refused.length, refused, totals };
};

/** As much of a document as mends look at. */
function viewFor(document: Document, mends: readonly Mend[]): DocumentView {
  const places: Bounds[] = [];
  for (const { target, fix } of mends) {
    const { geometry } = target;
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return document;
    if (fix.kind === 'keep-duplicate' || fix.kind === 'mend-rings') return document;
    places.push(areaBounds(geometry));
  }
  return nearView(document, places);
}

/** Numbers of the mends in an order in which those near each other follow each other. */
function sideBySide(mends: readonly Mend[]): number[] {
  const boxes = mends.map(({ target: { geometry } }) =>
    geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? areaBounds(geometry) : null,
  );
  const tiles = boxes.map((box) => (box ? tileOf(box) : ''));
  const numbers = mends.map((_, index) => index);
  return numbers.sort((a, b) => {
    const [one = '', other = ''] = [tiles[a], tiles[b]];
    return one === other ? a - b : one < other ? -1 : 1;
  });
}

/** Steps of the quadtree from the whole world down to some 20 m, as text that sorts by place. */
function tileOf([west, south]: Bounds): string {
  let path = '';
  let [x, y] = [(west + 180) / 360, (south + 90) / 180];
  for (let depth = 0; depth < 20; depth++) {
    x *= 2;
    y *= 2;
    path += String((x >= 1 ? 1 : 0) + (y >= 1 ? 2 : 0));
    x %= 1;
    y %= 1;
  }
  return path;
}
