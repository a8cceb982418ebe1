import * as z from 'zod';
import { day, id, moment, note } from './primitives.ts';

/** Somebody as a list names them; `personId` once it is known who is meant. */
const named = z.object({
  personId: id.nullable().default(null),
  name: z.string().max(200).default(''),
  phone: z.string().max(40).default(''),
});

/** `standInId`: who comes in their place on that day, as the office has decided. */
const dutyEntry = named.extend({ standInId: id.optional() });

const checkIn = named.extend({ at: moment });

/**
 * Who is to be on duty on a day, and who has checked in, as imported lists say it. A day may have
 * several lists (one from each street); they count together.
 */
export const dutyList = z.object({
  kind: z.literal('dutyList'),
  id,
  day,
  source: note.default(''),
  entries: z.array(dutyEntry),
  checkIns: z.array(checkIn).default([]),
});
