import { useEffect, useMemo, useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { type LatestIssues, latestIssueSteps } from '#shared/analysis/latest-issues.ts';
import type { Document } from '#shared/edits/document.ts';
import { inSlices, runSteps } from '#shared/jobs/slices.ts';
import { issuesPerChunk } from '#shared/model/issue-columns.ts';

/** Longest list of issues shown; the rest is reached by the filter. */
const listed = 5000;
/** So many are looked through in a few milliseconds; of more the list follows a moment later. */
const atOnce = 2 * issuesPerChunk;

const none: LatestIssues = { count: 0, total: 0, rows: [] };

/** Issues that pass the filter: how many, and the latest of them for the list. */
export function useMatchingIssues(document: Document): LatestIssues {
  const filter = useView((view) => view.issueFilter);
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  // The same list until an issue changes, whatever else is edited.
  const chunks = useProject(() => document.all('issueChunk'));
  const isFew = chunks.reduce((sum, { count }) => sum + count, 0) <= atOnce;
  const few = useMemo(
    () => (isFew ? runSteps(latestIssueSteps(chunks, filter, offset, listed)) : null),
    [isFew, chunks, filter, offset],
  );
  const [many, setMany] = useState(none);
  useEffect(() => {
    if (isFew) return;
    let isWanted = true;
    void inSlices(latestIssueSteps(chunks, filter, offset, listed), () => isWanted).then(
      (found) => found && isWanted && setMany(found),
    );
    return () => {
      isWanted = false;
    };
  }, [isFew, chunks, filter, offset]);
  return few ?? many;
}
