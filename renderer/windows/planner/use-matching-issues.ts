import { useMemo } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { type LatestIssues, latestIssues } from '#shared/analysis/latest-issues.ts';
import type { Document } from '#shared/edits/document.ts';

/** Longest list of issues shown; the rest is reached by the filter. */
const listed = 5000;

/** Issues that pass the filter: how many, and the latest of them for the list. */
export function useMatchingIssues(document: Document): LatestIssues {
  const filter = useView((view) => view.issueFilter);
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  // The same list until an issue changes, whatever else is edited.
  const chunks = useProject(() => document.all('issueChunk'));
  return useMemo(() => latestIssues(chunks, filter, offset, listed), [chunks, filter, offset]);
}
