import { useEffect, useState } from 'react';
import type { Document } from '#shared/edits/document.ts';
import { indexRecord, type SearchEntry, searchedRecords } from './search-index.ts';

/** Longest slice of indexing between two frames, in milliseconds. */
const sliceMs = 12;

/** Search entries of a document, made in slices so that no frame waits; remade after edits. */
export function useSearchIndex(document: Document | null, revision: number): SearchEntry[] {
  const [entries, setEntries] = useState<SearchEntry[]>([]);

  useEffect(() => {
    if (!document) return;
    const records = searchedRecords(document);
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
  }, [document, revision]);

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
