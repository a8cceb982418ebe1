import type { Command } from '#shared/edits/command.ts';
import type { SeatName } from '#shared/edits/roster/post-facts.ts';
import { appoint } from './appoint.ts';

interface Vacancy extends SeatName {
  personId: string;
  /** First day in office, `YYYY-MM-DD`. */
  from: string;
  /** Identifier for the post, if a new one is needed. */
  newId: string;
}

/** Gives a role that nobody holds to somebody on the roster, without an end; see {@link appoint}. */
export const fillVacancy: Command<Vacancy> = (document, { personId, ...vacancy }) =>
  appoint(document, { ...vacancy, person: { id: personId } });
