import * as z from 'zod';
import { zonesAnswering } from '#shared/analysis/zone-matrix.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { id } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';

export interface AnsweringZone {
  id: string;
  name: string;
  shape: Zone['shape'];
  /** Answers for some classes only. */
  limited: boolean;
}

/** The zones of a street that answer for a class of issue; null: for the classes that no zone names. */
export const zonesIn = question({
  ask: z.object({ streetId: id, issueClass: z.string().nullable() }),
  answer({ state }, { streetId, issueClass }): AnsweringZone[] {
    return zonesAnswering(state.index, streetId, issueClass).map((zone) => ({
      id: zone.id,
      name: zone.name,
      shape: zone.shape,
      limited: zone.categories.length > 0,
    }));
  },
});
