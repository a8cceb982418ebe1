import { useCallback, useEffect, useState } from 'react';
import { runJob } from '#renderer/jobs/run-job.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useView } from '#renderer/state/view.ts';
import type { MadeCertificate } from '#shared/jobs/certificate/make-certificate.ts';
import { checkedKinds } from '#shared/jobs/check.ts';
import { isoWithOffset } from '#shared/model/iso-with-offset.ts';
import { localDay } from '#shared/model/local-day.ts';

interface MakingState {
  /** Null while it is being made. */
  made: MadeCertificate | null;
  progress: number;
  /** Sentence of what went wrong. */
  error: string | null;
}

const beginning: MakingState = { made: null, progress: 0, error: null };

/**
 * The certificate of the open project as it is now. It is made by a check of its own, and anew
 * whenever the project changes, so that it never says what held a moment ago.
 */
export function useMadeCertificate(productVersion: string): MakingState & { again: () => void } {
  const document = useProject((state) => state.document);
  const project = useProject((state) => state.project);
  const locale = useView((state) => state.locale);
  const revision = useRevision();
  const [state, setState] = useState(beginning);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (!document || !project) return;
    const mine = new AbortController();
    setState(beginning);
    const now = Date.now();
    runJob(
      'certificate',
      {
        records: checkedKinds.flatMap((kind) => document.all(kind)),
        on: localDay(now, project.utcOffsetMinutes),
        madeAt: isoWithOffset(now, project.utcOffsetMinutes),
        productVersion,
        locale,
      },
      {
        signal: mine.signal,
        onProgress: (progress) => {
          if (!mine.signal.aborted) setState((was) => ({ ...was, progress }));
        },
      },
    )
      .then((made) => {
        if (!mine.signal.aborted) setState({ made, progress: 1, error: null });
      })
      .catch((error: unknown) => {
        if (!mine.signal.aborted) setState({ ...beginning, error: errorText(error) });
      });
    return () => mine.abort();
  }, [document, project, revision, locale, productVersion, turn]);

  const again = useCallback(() => setTurn((was) => was + 1), []);
  return { ...state, again };
}
