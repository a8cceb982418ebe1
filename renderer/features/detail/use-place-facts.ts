import { useMemo } from 'react';
import { useClock } from '#renderer/ui/use-clock.ts';
import { summariseIssues } from '#shared/analysis/issue-summary.ts';
import { issuesWithin } from '#shared/analysis/issues-within.ts';
import { pointsWithin } from '#shared/analysis/points-within.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Area } from '#shared/model/geometry.ts';

/** What lies inside an area: points, issues and their counts, made anew when the document changes. */
export function usePlaceFacts(document: Document, area: Area | null, revision: number) {
  const now = useClock(60_000);
  return useMemo(() => {
    void revision;
    if (!area) return null;
    const issues = issuesWithin(document.all('issueChunk'), area);
    return {
      points: pointsWithin(document.all('point'), area),
      issues,
      summary: summariseIssues(issues, now),
    };
  }, [document, area, revision, now]);
}
