import type { BoardLine } from '#shared/analysis/duty-board.ts';

/** Whoever asks for action stands first in the lists. */
export const dutyStates = ['missing', 'unknown', 'late', 'waiting', 'in'] as const;
export type DutyState = (typeof dutyStates)[number];

/**
 * How somebody on the list stands at a moment: `unknown` whom nobody or more than one person fits, `in`
 * by the deadline, `late` after it, else `missing` once it has passed and `waiting` before. All times in
 * ms since 1970.
 */
export function dutyStateOf(
  { person, checkedInAt }: Pick<BoardLine, 'person' | 'checkedInAt'>,
  deadline: number,
  now: number,
): DutyState {
  if (!person) return 'unknown';
  if (checkedInAt !== null) return checkedInAt <= deadline ? 'in' : 'late';
  return now > deadline ? 'missing' : 'waiting';
}
