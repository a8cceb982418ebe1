import { sameRecord } from '#shared/edits/same-record.ts';
import { type RecordStory, type State, wasOnce } from './record-states.ts';

/** What is known of one record in one of two copies. */
export interface Side {
  state: State;
  /** What happened to it that the other copy does not know of. */
  story: RecordStory | undefined;
  /** Whether its log tells of it at all. */
  told: boolean;
  /** Whether it stands as the log of the copy says, if that says anything. */
  isSound: () => boolean;
}

export type Decision = 'mine' | 'theirs' | 'conflict';

const other = { mine: 'theirs', theirs: 'mine', conflict: 'conflict' } as const;

/** Only `changed` knows of something new: it counts, unless nobody can say where the other state is from. */
function oneSided(still: Side, changed: Side): 'changed' | 'conflict' {
  const before = changed.story?.states[0] ?? null;
  return still.told || sameRecord(still.state, before) ? 'changed' : 'conflict';
}

/**
 * Which of two states of a record counts. Asked the other way round it answers the same state. Both
 * copies changed it: then one counts only when the other is merely a step on the way to it. What is not as its own
 * log says is damage, and nothing is taken or left for it without being asked.
 */
export function decide(mine: Side, theirs: Side): Decision {
  if (sameRecord(mine.state, theirs.state)) return 'mine';
  if (!mine.isSound() || !theirs.isSound()) return 'conflict';
  if (!mine.story && !theirs.story) return 'conflict';
  if (!theirs.story) return oneSided(theirs, mine) === 'changed' ? 'mine' : 'conflict';
  if (!mine.story) return other[oneSided(mine, theirs) === 'changed' ? 'mine' : 'conflict'];
  const isMinePassed = wasOnce(theirs.story, mine.state);
  const isTheirsPassed = wasOnce(mine.story, theirs.state);
  if (isMinePassed !== isTheirsPassed) return isMinePassed ? 'theirs' : 'mine';
  if (!isMinePassed) return 'conflict';
  // Each has been where the other is: whoever is back at the beginning has changed nothing.
  const isMineUnchanged = sameRecord(mine.state, mine.story.states[0]);
  const isTheirsUnchanged = sameRecord(theirs.state, theirs.story.states[0]);
  if (isMineUnchanged === isTheirsUnchanged) return 'conflict';
  return isMineUnchanged ? 'theirs' : 'mine';
}
