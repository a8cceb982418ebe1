import { useEffect, useState } from 'react';
import type { Document } from '#shared/edits/document.ts';
import {
  indexRecord,
  type SearchedKind,
  searchedKinds,
  type SearchEntry,
  searchedRecords,
} from './search-index.ts';

/** Longest slice of indexing between two frames, in milliseconds. */
const sliceMs = 12;

/**
 * Search entries of a document, made in slices so that no frame waits; remade after edits.
 * @param kinds what is looked for, the same list at each call; all kinds when left out
 */
export function useSearchIndex(
  document: Document | null,
  revision: number,
  kinds: readonly SearchedKind[] = searchedKinds,
): SearchEntry[] {
  const [entries, setEntries] = useState<SearchEntry[]>([]);

  useEffect(() => {
    if (!document) return;
    const records = searchedRecords(document, kinds);
    const made: SearchEntry[] = [];
    let timer: ReturnType<typeof setTimeout>;
    const slice = () => {
      const end = performance.now() + sliceMs;
      while (made.length < records.length && performance.now() < end) {
        made.push(spelt(records[made.length] as SearchEntry['record']));
      }
      if (made.length < records.length) timer = setTimeout(slice, 0);
      else setEntries(made);
    };
    timer = setTimeout(slice, 0);
    return () => clearTimeout(timer);
  }, [document, revision, kinds]);

  return entries;
}

/** Records are immutable, so a spelling once made stays good. */
const known = new WeakMap<SearchEntry['record'], SearchEntry>();

function spelt(record: SearchEntry['record']): SearchEntry {
  let entry = known.get(record);
  if (!entry) {
    entry = indexRecord(record);
    known.set(record, entry);
  }
  return entry;
}
