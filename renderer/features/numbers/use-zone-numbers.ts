import { useEffect, useState } from 'react';
import { useChain } from '#renderer/state/chain.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useFindings } from '#renderer/state/findings.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import type { AnswerOf } from '#shared/jobs/chain-session/questions.ts';

interface Numbers {
  /** Null until they have been counted for the first time. */
  columns: AnswerOf<'zoneNumbers'> | null;
  /** How often they have been counted. */
  count: number;
  error: string | null;
}

/** Pause after an edit, so that a row of quick ones is counted once, in milliseconds. */
const pauseMs = 60;

/** The numbers of all zones as drawn now; they follow each edit without waiting for the proofs. */
export function useZoneNumbers(): Numbers {
  const { session, turn } = useChain();
  const revision = useRevision();
  const freeM2 = useFindings((state) => state.report?.areas?.gap ?? 0);
  const [numbers, setNumbers] = useState<Numbers>({ columns: null, count: 0, error: null });
  useEffect(() => {
    void [turn, revision];
    if (!session) return;
    let wanted = true;
    const timer = setTimeout(() => {
      session.ask('zoneNumbers', { freeM2 }).then(
        (columns) =>
          wanted && setNumbers(({ count }) => ({ columns, count: count + 1, error: null })),
        (error: unknown) => {
          if (wanted && useChain.getState().session === session) {
            setNumbers(({ count }) => ({ columns: null, count, error: errorText(error) }));
          }
        },
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [session, turn, revision, freeM2]);
  return numbers;
}
