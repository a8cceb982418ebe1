import type * as z from 'zod';
import { pastedRoster } from './questions/pasted-roster.ts';
import { rosterPeople } from './questions/roster-people.ts';
import { rosterPosts } from './questions/roster-posts.ts';
import { spot } from './questions/spot.ts';
import { suggestions } from './questions/suggestions.ts';
import { units } from './questions/units.ts';

/** Everything that a chain session can be asked. */
export const questions = {
  pastedRoster,
  rosterPeople,
  rosterPosts,
  spot,
  suggestions,
  units,
};

type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type AskOf<Name extends QuestionName> = z.input<Questions[Name]['ask']>;
export type AnswerOf<Name extends QuestionName> = ReturnType<Questions[Name]['answer']>;
