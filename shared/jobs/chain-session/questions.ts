import type * as z from 'zod';
import { dutyDay } from './questions/duty-day.ts';
import { matrix } from './questions/matrix.ts';
import { matrixCell } from './questions/matrix-cell.ts';
import { schemeInUse } from './questions/scheme-in-use.ts';
import { schemeTrial } from './questions/scheme-trial.ts';
import { spot } from './questions/spot.ts';
import { streetPlaces } from './questions/street-places.ts';
import { zoneClasses } from './questions/zone-classes.ts';
import { zonesIn } from './questions/zones-in.ts';

/** Everything that a chain session can be asked. */
export const questions = {
  dutyDay,
  matrix,
  matrixCell,
  schemeInUse,
  schemeTrial,
  spot,
  streetPlaces,
  zoneClasses,
  zonesIn,
};

type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type AskOf<Name extends QuestionName> = z.input<Questions[Name]['ask']>;
export type AnswerOf<Name extends QuestionName> = ReturnType<Questions[Name]['answer']>;
