import type * as z from 'zod';
import { spot } from './questions/spot.ts';

/** Everything that a chain session can be asked. */
export const questions = { spot };

type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type AskOf<Name extends QuestionName> = z.input<Questions[Name]['ask']>;
export type AnswerOf<Name extends QuestionName> = ReturnType<Questions[Name]['answer']>;
