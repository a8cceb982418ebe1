import { useMemo } from 'react';
import { useView } from '#renderer/state/view.ts';
import { type LatestIssues, latestIssues } from '#shared/analysis/latest-issues.ts';
import type { Document } from '#shared/edits/document.ts';

/** Longest list of issues shown; the rest is reached by the filter. */
const listed = 5000;

/** Issues that pass the filter: how many, and the latest of them for the list. */
export function useMatchingIssues(document: Document, revision: number): LatestIssues {
  const filter = useView((view) => view.issueFilter);
  return useMemo(() => {
    void revision;
    const offset = document.all('project')[0]?.utcOffsetMinutes ?? 0;
    return latestIssues(document.all('issueChunk'), filter, offset, listed);
  }, [document, revision, filter]);
}
