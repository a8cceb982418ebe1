import { useEffect, useRef, useState } from 'react';
import { useChain } from '#renderer/state/chain.ts';
import { useProject } from '#renderer/state/project.ts';
import { useTrialZones } from '#renderer/state/trial-zones.ts';
import type { TrialFigures } from '#shared/analysis/trial-figures.ts';
import type { ZonesOnTrial } from '#shared/analysis/trial-numbers.ts';

interface Tried {
  figures: readonly TrialFigures[];
  /** State of the document on which it was tried. */
  revision: number;
}

/**
 * What the gesture of the moment would make of the numbers; null while there is none. One trial is counted at
 * a time and of those that wait only the newest. Figures of a gesture that has become an edit stay until the
 * edit is counted, so that the numbers of before do not flash up.
 * @param freeM2 ground without a zone, as the check says of the trial
 * @param counted state of the document that was counted last
 */
export function useTrialFigures(
  freeM2: number,
  counted: number,
): { figures: readonly TrialFigures[] | null; isOn: boolean } {
  const zones = useTrialZones();
  const session = useChain((chain) => chain.session);
  const [tried, setTried] = useState<Tried | null>(null);
  const wanted = useRef<{ zones: ZonesOnTrial; freeM2: number } | null>(null);
  const isBusy = useRef(false);
  useEffect(() => {
    wanted.current = zones && { zones, freeM2 };
    if (!session || isBusy.current || !zones) return;
    isBusy.current = true;
    const workOut = async (): Promise<void> => {
      for (let now = wanted.current; now; ) {
        const asked = now;
        const { revision } = useProject.getState();
        const ask = {
          put: [...asked.zones.put],
          removed: [...asked.zones.removed],
          freeM2: asked.freeM2,
        };
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        const figures = await session.ask('trialNumbers', ask);
        if (wanted.current && figures) setTried({ figures, revision });
        now = wanted.current === asked ? null : wanted.current;
      }
    };
    // The counted numbers say what is wrong with the session.
    void workOut()
      .catch(() => undefined)
      .finally(() => {
        isBusy.current = false;
      });
  }, [session, zones, freeM2]);
  const revision = useProject((project) => project.revision);
  const isAwaited = tried !== null && tried.revision < revision && counted < revision;
  return { figures: zones || isAwaited ? (tried?.figures ?? null) : null, isOn: zones !== null };
}
