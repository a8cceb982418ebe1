import { useMemo } from 'react';
import type { ZonesOnTrial } from '#shared/analysis/trial-numbers.ts';
import { type Patch, recordsIn } from '#shared/edits/patch.ts';
import type { Zone } from '#shared/model/zone.ts';
import { useGroundTrial } from './ground-trial.ts';
import { createFollowed } from './rendering.ts';

/** Zones as the border that is dragged makes them; null while none is. */
export const useDraggedZones = createFollowed<{ zones: ZonesOnTrial | null }>({ zones: null });

/** Tells what a patch that is only tried would make of the zones; null when nothing is tried any more. */
export function showTrialZones(patch: Patch | null): void {
  const zones = patch && zonesOf(patch);
  if (zones || useDraggedZones.getState().zones) useDraggedZones.setState({ zones });
}

function zonesOf(patch: Patch): ZonesOnTrial | null {
  const { put, removed } = recordsIn(patch, ['zone']);
  if (put.length + removed.length === 0) return null;
  return { put: put as Zone[], removed: removed.map(({ id }) => id) };
}

/** Zones as the gesture of the moment would make them, of borders or of ground; null while there is none. */
export function useTrialZones(): ZonesOnTrial | null {
  const dragged = useDraggedZones(({ zones }) => zones);
  const outcome = useGroundTrial(({ shown }) => shown);
  const ground = useMemo(
    () => (outcome && 'result' in outcome ? zonesOf(outcome.result.patch) : null),
    [outcome],
  );
  return dragged ?? ground;
}
