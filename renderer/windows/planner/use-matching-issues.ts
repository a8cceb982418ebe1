import { useMemo } from 'react';
import { useView } from '#renderer/state/view.ts';
import { type LatestIssues, latestIssues } from '#shared/analysis/latest-issues.ts';
import type { Document } from '#shared/edits/document.ts';

/** Longest list of issues shown; the rest is reached by the filter. */
const listed = 5000;

/** Issues that pass the filter: how many, and the latest of them for the list. */
export function useMatchingIssues(document: Document, revision: number): LatestIssues {
  const filter = useView((view) => view.issueFilter);
  // The list is the same until an issue changes: most edits need no look at a million of them.
  const { chunks, offset } = useMemo(() => {
    void revision;
    return {
      chunks: document.all('issueChunk'),
      offset: document.all('project')[0]?.utcOffsetMinutes ?? 0,
    };
  }, [document, revision]);
  return useMemo(() => latestIssues(chunks, filter, offset, listed), [chunks, filter, offset]);
}
