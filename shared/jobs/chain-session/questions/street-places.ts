import * as z from 'zod';
import { streetIdOf } from '#shared/analysis/street-of-place.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { postLevel } from '#shared/model/post.ts';
import { id } from '#shared/model/primitives.ts';

/** The places of a level in a street, itself among them, in the order of the records. */
export const streetPlaces = question({
  ask: z.object({ streetId: id, level: postLevel }),
  answer({ state: { index } }, { streetId, level }): { id: string; name: string }[] {
    const places: { id: string; name: string }[] = [];
    for (const place of index.places.values()) {
      if (place.level !== level || streetIdOf(index, place) !== streetId) continue;
      places.push({ id: place.id, name: place.name });
    }
    return places;
  },
});
