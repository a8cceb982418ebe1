import { pinyin } from 'pinyin-pro';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';

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
] as const;

export interface SearchEntry {
  record: Extract<AnyRecord, { kind: (typeof searchedKinds)[number] }>;
  /** Name and code without capitals and spaces, for comparing only. */
  name: string;
  code: string;
  /** `xueyuanlu` for 学院路. */
  full: string;
  /** `xyl` for 学院路. */
  initials: string;
}

/** Capitals and spaces are typed in many ways and tell nothing apart. */
function comparable(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '');
}

/** Spelling of one record's name; about 20 µs each, so long lists are indexed in slices. */
export function indexRecord(record: SearchEntry['record']): SearchEntry {
  const syllables = pinyin(record.name.replaceAll(/\s+/g, ''), {
    toneType: 'none',
    type: 'array',
    v: true,
  });
  return {
    record,
    name: comparable(record.name),
    code: 'code' in record ? comparable(record.code) : '',
    full: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable[0] ?? '')
      .join('')
      .toLowerCase(),
  };
}

/** Records to index, in the order of {@link searchedKinds}. */
export function searchedRecords(document: DocumentView): SearchEntry['record'][] {
  return searchedKinds.flatMap((kind) => [...document.all(kind)]);
}

/** Lower is better; null is no hit. */
function rank(entry: SearchEntry, query: string): number | null {
  if (entry.name === query || entry.code === query) return 0;
  if (entry.name.startsWith(query)) return 1;
  if (entry.initials.startsWith(query)) return 2;
  if (entry.full.startsWith(query)) return 3;
  if (entry.code.startsWith(query)) return 4;
  if (entry.name.includes(query)) return 5;
  if (query.length > 1 && (entry.initials.includes(query) || entry.full.includes(query))) return 6;
  return null;
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
