import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { comparable, spell, type Spelling, spellingRank } from '#shared/model/spelling.ts';

/** Kinds that can be looked for, in the order in which equal hits are listed. */
export const searchedKinds = [
  'district',
  'street',
  'community',
  'zone',
  'point',
  'person',
  'organisation',
  'team',
  'exception',
  'baseUnit',
] as const;

export interface SearchEntry extends Spelling {
  record: Extract<AnyRecord, { kind: SearchedKind }>;
  /** Without capitals and spaces, for comparing only. */
  code: string;
}

/** Spelling of one record's name, with its code; long lists are indexed in slices. */
export function indexRecord(record: SearchEntry['record']): SearchEntry {
  return {
    record,
    code: 'code' in record ? comparable(record.code) : '',
    ...spell(record.name, record.kind === 'person'),
  };
}

export type SearchedKind = (typeof searchedKinds)[number];

/** Records of some kinds to index, in the order of the kinds. */
export function searchedRecords(
  document: DocumentView,
  kinds: readonly SearchedKind[],
): SearchEntry['record'][] {
  return kinds.flatMap((kind) => [...document.all(kind)]);
}

/** There are thousands of base units, often called after what they lie in: such hits come last. */
const behind = 10;

/** Lower is better; null is no hit. */
function rank(entry: SearchEntry, query: string): number | null {
  if (entry.code === query) return 0;
  const byName = spellingRank(entry, query);
  const best = entry.code.startsWith(query) ? Math.min(byName ?? 4, 4) : byName;
  return best !== null && best > 0 && entry.record.kind === 'baseUnit' ? best + behind : best;
}

/** The best `limit` entries for what was typed: Chinese, pinyin, initials or code. */
export function search(entries: readonly SearchEntry[], typed: string, limit = 30): SearchEntry[] {
  const query = comparable(typed);
  if (query === '') return [];
  const hits: { entry: SearchEntry; rank: number; order: number }[] = [];
  for (const [order, entry] of entries.entries()) {
    const value = rank(entry, query);
    if (value !== null) hits.push({ entry, rank: value, order });
  }
  hits.sort((a, b) => a.rank - b.rank || a.order - b.order);
  return hits.slice(0, limit).map((hit) => hit.entry);
}
