import type * as z from 'zod';
import { held } from './questions/held.ts';
import { pastedRoster } from './questions/pasted-roster.ts';
import { place } from './questions/place.ts';
import { rosterPeople } from './questions/roster-people.ts';
import { rosterPosts } from './questions/roster-posts.ts';
import { spot } from './questions/spot.ts';
import { suggestions } from './questions/suggestions.ts';
import { units } from './questions/units.ts';
import { vacancies } from './questions/vacancies.ts';
import { zoneHolders } from './questions/zone-holders.ts';

/** Everything that a chain session can be asked. */
export const questions = {
  held,
  pastedRoster,
  place,
  rosterPeople,
  rosterPosts,
  spot,
  suggestions,
  units,
  vacancies,
  zoneHolders,
};

type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type AskOf<Name extends QuestionName> = z.input<Questions[Name]['ask']>;
export type AnswerOf<Name extends QuestionName> = ReturnType<Questions[Name]['answer']>;
