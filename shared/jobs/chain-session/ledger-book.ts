import { accountabilityLedger, type Ledger } from '#shared/analysis/accountability-ledger.ts';
import { GroundsThen } from '#shared/analysis/grounds-then.ts';
import type { RedrawnDay } from '#shared/edits/ground-log.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { ChainView } from './question.ts';

interface Kept {
  log: readonly RedrawnDay[];
  /** Lists of the document that the ledger was made of, and its period. */
  seen: readonly unknown[];
  ledger: Ledger | null;
}

const books = new WeakMap<DocumentView, Kept>();

const kinds = [
  'project',
  'district',
  'street',
  'community',
  'zone',
  'point',
  'person',
  'post',
  'issueChunk',
] as const;

/** Takes up what the log of edits says about the ground of days gone by. */
export function keepGroundLog(records: DocumentView, log: readonly RedrawnDay[]): void {
  books.set(records, { log, seen: [], ledger: null });
}

/** Days on which the ground was redrawn, as far as the log says. */
export function redrawnDays(records: DocumentView): readonly string[] {
  return books.get(records)?.log.map(({ day }) => day) ?? [];
}

export interface Period {
  from: string | null;
  to: string | null;
}

/** The ledger of a period, made anew only after something that it rests on has changed. */
export function ledgerOf({ state, records }: ChainView, { from, to }: Period): Ledger {
  const kept = books.get(records) ?? { log: [], seen: [], ledger: null };
  books.set(records, kept);
  // Lists of a document stay the same object as long as nothing in them changes.
  const seen = [from, to, ...kinds.map((kind) => records.all(kind))];
  if (kept.ledger && seen.every((one, i) => one === kept.seen[i])) return kept.ledger;
  const { index } = state;
  const grounds = new GroundsThen(index, state.input, kept.log);
  const classes = records.all('project')[0]?.schemes.issueClasses ?? [];
  const chunks = records.all('issueChunk');
  const ledger = accountabilityLedger(index, chunks, classes, { from, to }, (day) =>
    grounds.indexOn(day),
  );
  Object.assign(kept, { seen, ledger });
  return ledger;
}
