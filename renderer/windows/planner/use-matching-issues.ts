import { useEffect, useMemo, useState } from 'react';
import { whenIdle } from '#renderer/ui/when-idle.ts';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { type LatestIssues, latestIssueSteps } from '#shared/analysis/latest-issues.ts';
import type { Document } from '#shared/edits/document.ts';
import { inSlices, runSteps } from '#shared/jobs/slices.ts';
import { issuesPerChunk } from '#shared/model/issue-columns.ts';
import { issueTotal } from '#shared/model/issue-total.ts';
import { type IssueAnswer, type IssueQuestion, issuesSoFar } from './issues-so-far.ts';

/** Longest list of issues shown; the rest is reached by the filter. */
const listed = 5000;
/** So many are looked through in a few milliseconds; of more the list follows a moment later. */
const atOnce = issuesPerChunk / 2;

const stepsFor = ({ chunks, filter, utcOffsetMinutes }: IssueQuestion) =>
  latestIssueSteps(chunks, filter, utcOffsetMinutes, listed);

/** Issues that pass the filter: how many, and the latest of them for the list. */
export function useMatchingIssues(document: Document): LatestIssues {
  const filter = useView((view) => view.issueFilter);
  const utcOffsetMinutes = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  // The same list until an issue changes, whatever else is edited.
  const chunks = useProject(() => document.all('issueChunk'));
  const question = useMemo(
    () => ({ chunks, filter, utcOffsetMinutes }),
    [chunks, filter, utcOffsetMinutes],
  );
  const isFew = useMemo(() => issueTotal(chunks) <= atOnce, [chunks]);
  const [last, setLast] = useState<IssueAnswer | null>(null);
  useEffect(() => {
    if (isFew) return;
    let isWanted = true;
    // Issues that came a moment ago are stored and drawn first.
    const callOff = whenIdle(
      () =>
        void inSlices(stepsFor(question), () => isWanted).then(
          (found) => found && isWanted && setLast({ question, found }),
        ),
    );
    return () => {
      isWanted = false;
      callOff();
    };
  }, [isFew, question]);
  return useMemo(
    () => (isFew ? runSteps(stepsFor(question)) : issuesSoFar(question, last)),
    [isFew, question, last],
  );
}
