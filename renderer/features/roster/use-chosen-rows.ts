import { useEffect, useRef, useState } from 'react';

const none: ReadonlySet<string> = new Set();

/**
 * Which rows of a table are chosen, and which to scroll to when something was selected elsewhere.
 * `keyOf` finds the row that stands for what is selected; rows that leave the list are not chosen
 * any more.
 */
export function useChosenRows(
  keys: readonly string[],
  selectedId: string | null,
  keyOf: (id: string) => string | null,
) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(none);
  const [reveal, setReveal] = useState<string | null>(null);
  /** What this table itself selected last. */
  const visited = useRef<string | null>(null);
  /** What was selected elsewhere and is not in the list. */
  const missed = useRef<string | null>(null);

  const find = useRef(keyOf);
  useEffect(() => {
    find.current = keyOf;
  });
  useEffect(() => {
    if (selectedId === null || selectedId === visited.current || keys.length === 0) return;
    const key = find.current(selectedId);
    if (key === null) {
      // A list that is narrowed down may hold it later.
      if (missed.current !== selectedId) setChosen(none);
      missed.current = selectedId;
      return;
    }
    visited.current = selectedId;
    setReveal(key);
    setChosen(new Set([key]));
  }, [selectedId, keys]);

  // Only a list that has changed can have lost rows: to look for them at every choice would take long.
  useEffect(() => {
    setChosen((before) => {
      if (before.size === 0) return before;
      const there = new Set(keys);
      const kept = [...before].filter((key) => there.has(key));
      return kept.length < before.size ? new Set(kept) : before;
    });
  }, [keys]);

  return {
    chosen,
    setChosen,
    reveal,
    /** Notes that this table is about to select something. */
    visit: (id: string) => {
      visited.current = id;
    },
  };
}
