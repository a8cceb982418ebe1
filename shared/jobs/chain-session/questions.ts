import type * as z from 'zod';
import type { Steps } from '#shared/jobs/slices.ts';
import { border } from './questions/border.ts';
import { borders } from './questions/borders.ts';
import { comparedPlans } from './questions/compared-plans.ts';
import { dutyDay } from './questions/duty-day.ts';
import { groundLog } from './questions/ground-log.ts';
import { handOver } from './questions/hand-over.ts';
import { held } from './questions/held.ts';
import { ledger } from './questions/ledger.ts';
import { ledgerFile } from './questions/ledger-file.ts';
import { matrix } from './questions/matrix.ts';
import { matrixCell } from './questions/matrix-cell.ts';
import { pastedRoster } from './questions/pasted-roster.ts';
import { place } from './questions/place.ts';
import { rosterPeople } from './questions/roster-people.ts';
import { rosterPosts } from './questions/roster-posts.ts';
import { schemeInUse } from './questions/scheme-in-use.ts';
import { schemeTrial } from './questions/scheme-trial.ts';
import { spot } from './questions/spot.ts';
import { streetPlaces } from './questions/street-places.ts';
import { suggestions } from './questions/suggestions.ts';
import { trialNumbers } from './questions/trial-numbers.ts';
import { units } from './questions/units.ts';
import { vacancies } from './questions/vacancies.ts';
import { workTrial } from './questions/work-trial.ts';
import { zoneClasses } from './questions/zone-classes.ts';
import { zoneHolders } from './questions/zone-holders.ts';
import { zoneNumbers } from './questions/zone-numbers.ts';
import { zoneWork } from './questions/zone-work.ts';
import { zonesIn } from './questions/zones-in.ts';

/** Everything that a chain session can be asked. */
export const questions = {
  border,
  borders,
  comparedPlans,
  dutyDay,
  groundLog,
  handOver,
  held,
  ledger,
  ledgerFile,
  matrix,
  matrixCell,
  pastedRoster,
  place,
  rosterPeople,
  rosterPosts,
  schemeInUse,
  schemeTrial,
  spot,
  streetPlaces,
  suggestions,
  trialNumbers,
  units,
  vacancies,
  workTrial,
  zoneClasses,
  zoneHolders,
  zoneNumbers,
  zoneWork,
  zonesIn,
};

type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type AskOf<Name extends QuestionName> = z.input<Questions[Name]['ask']>;
export type AnswerOf<Name extends QuestionName> =
  ReturnType<Questions[Name]['answer']> extends infer Given
    ? Given extends Steps<infer Result>
      ? Result
      : Given
    : never;
