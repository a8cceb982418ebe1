import type * as z from 'zod';
import type { ChainState } from '#shared/checks/vertical/chain-state.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

/** What questions are answered from: the chain of a day, and the records beside it. */
export interface ChainView {
  /** Index, duty roll and nearest teams; `state.on` is the day. */
  state: ChainState;
  /** All records of the kinds that a chain session knows. */
  records: DocumentView;
}

/**
 * A question to a chain session. The answer crosses from worker to window: plain data and small, with
 * ids or figures instead of chunks of issues. What takes long answers with steps, so that other questions
 * need not wait; it looks at nothing but what it took from the view before the first step.
 */
export interface Question<Ask extends z.ZodType, Answer> {
  /** Form of what is asked; anything else is refused. */
  ask: Ask;
  answer(view: ChainView, ask: z.output<Ask>): Answer;
}

/** Names the types of a question. */
export function question<Ask extends z.ZodType, Answer>(
  one: Question<Ask, Answer>,
): Question<Ask, Answer> {
  return one;
}
