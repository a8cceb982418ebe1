import { useCallback, useEffect, useRef, useState } from 'react';
import { runJob } from '#renderer/jobs/run-job.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { checkSession } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import type { TriedMends, TryMendsInput } from '#shared/jobs/try-mends.ts';
import { withoutTexts } from '#shared/model/issue-columns.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** Pause after the last change of the list before it is tried, in milliseconds. */
const restMs = 300;

export interface Trial {
  /** Result for the list as it stands; null while there is none. */
  tried: TriedMends | null;
  /** 0 to 1 while it runs, else null. */
  progress: number | null;
  /** Why it did not finish; empty when it was cancelled. */
  error: string | null;
  cancel: () => void;
  /** After a cancel or an error. */
  again: () => void;
}

/** Tries a list of mends on the document in a worker, anew whenever the list changes. */
export function useTrial(mends: readonly Mend[], carry: boolean): Trial {
  const [state, setState] = useState<{
    of: readonly Mend[];
    revision: number;
    tried: TriedMends | null;
    error: string | null;
  } | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  const revision = useRevision();
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    setState(null);
    if (mends.length === 0) return;
    void turn;
    const mine = new AbortController();
    running.current = mine;
    setProgress(0);
    const end = (tried: TriedMends | null, error: string | null) => {
      if (running.current !== mine) return;
      setState({ of: mends, revision, tried, error });
      setProgress(null);
    };
    const start = setTimeout(() => {
      const input = inputOf(mends, carry);
      if (!input) return end(null, '');
      tryOut(input, { signal: mine.signal, onProgress: setProgress }).then(
        (tried) => end(tried, null),
        (error: unknown) => end(null, mine.signal.aborted ? '' : errorText(error)),
      );
    }, restMs);
    mine.signal.addEventListener('abort', () => {
      clearTimeout(start);
      end(null, '');
    });
    return () => {
      running.current = null;
      mine.abort();
      setProgress(null);
    };
  }, [mends, carry, turn, revision]);

  const cancel = useCallback(() => running.current?.abort(), []);
  const again = useCallback(() => setTurn((was) => was + 1), []);
  const own = state?.of === mends && state.revision === revision ? state : null;
  return { tried: own?.tried ?? null, error: own?.error ?? null, progress, cancel, again };
}

/** In the worker that follows the document, else in one that has to be sent all of it. */
async function tryOut(
  input: Omit<TryMendsInput, 'records'>,
  options: { signal: AbortSignal; onProgress: (fraction: number) => void },
): Promise<TriedMends> {
  const { document } = useProject.getState();
  const session = checkSession();
  const issues = document?.all('issueChunk') ?? [];
  if (session) {
    session.tellIssues(issues);
    return session.tryMends(input, options);
  }
  const records: AnyRecord[] = [];
  for (const record of document?.everything() ?? []) {
    // Texts and ids of issues would take longest to send, and nobody asks for them.
    records.push(record.kind === 'issueChunk' ? withoutTexts(record) : record);
  }
  return runJob('tryMends', { ...input, records }, options);
}

function inputOf(mends: readonly Mend[], carry: boolean): Omit<TryMendsInput, 'records'> | null {
  const { project } = useProject.getState();
  if (!project) return null;
  return {
    mends: mends.map(({ target, fix }) => ({
      fix,
      target: {
        recordIds: target.recordIds,
        areaM2: target.areaM2,
        geometry: target.geometry,
        issueClasses: target.issueClasses,
      },
    })),
    on: localDay(Date.now(), project.utcOffsetMinutes),
    carry,
  };
}
