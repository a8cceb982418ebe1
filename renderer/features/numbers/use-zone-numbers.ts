import { useEffect, useMemo, useState } from 'react';
import { useChain } from '#renderer/state/chain.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useFindings } from '#renderer/state/findings.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { withTrial } from '#shared/analysis/trial-figures.ts';
import type { AnswerOf } from '#shared/jobs/chain-session/questions.ts';
import { useTrialFigures } from './use-trial-figures.ts';

interface Numbers {
  /** Null until they have been counted for the first time; with the figures of what is being tried. */
  columns: AnswerOf<'zoneNumbers'> | null;
  /** Names of the zones whose figures are those of a trial; null while nothing is tried. */
  tried: ReadonlyMap<string, string> | null;
  /** How often they have been counted. */
  count: number;
  error: string | null;
}

/** Pause after an edit, so that a row of quick ones is counted once, in milliseconds. */
const pauseMs = 60;

interface Counted extends Omit<Numbers, 'tried'> {
  /** State of the document that was counted. */
  revision: number;
}

const uncounted: Counted = { columns: null, count: 0, error: null, revision: -1 };

/**
 * The numbers of all zones as drawn now; they follow each edit without waiting for the proofs, and each gesture
 * before it is an edit.
 */
export function useZoneNumbers(): Numbers {
  const { session, turn } = useChain();
  const revision = useRevision();
  const freeNow = useFindings((state) => state.report?.areas?.gap ?? 0);
  const [numbers, setNumbers] = useState(uncounted);
  const trial = useTrialFigures(freeNow, numbers.revision);
  // While something is tried, what is counted is not counted again for the ground that it would leave bare.
  const [freeM2, setFree] = useState(freeNow);
  if (!trial.isOn && freeM2 !== freeNow) setFree(freeNow);
  useEffect(() => {
    void turn;
    if (!session) return;
    let wanted = true;
    const timer = setTimeout(() => {
      session.ask('zoneNumbers', { freeM2 }).then(
        (columns) =>
          wanted &&
          setNumbers(({ count }) => ({ columns, count: count + 1, error: null, revision })),
        (error: unknown) => {
          if (wanted && useChain.getState().session === session) {
            setNumbers(({ count }) => ({
              ...uncounted,
              count,
              error: errorText(error),
            }));
          }
        },
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [session, turn, revision, freeM2]);
  const { figures } = trial;
  return useMemo((): Numbers => {
    const { columns, count, error } = numbers;
    if (!columns || !figures) return { columns, count, error, tried: null };
    const shown = withTrial(columns, figures);
    return { columns: shown, count, error, tried: shown.tried };
  }, [numbers, figures]);
}
