/**
 * The reading of a file in small steps, between which others may have a turn. Readers yield every
 * {@link rowsInTurn} rows or so.
 */
export type Reading<Result> = Generator<void, Result, undefined>;

/** Lets others have a turn. @throws when the reading was given up */
export type Pause = () => Promise<void>;

/** Rows that a reader takes before it asks whether somebody else wants a turn. */
export const rowsInTurn = 256;

/** All steps at once. */
export function atOnce<Result>(reading: Reading<Result>): Result {
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** All steps, with a pause behind each; nothing more is read once that throws. */
export async function inTurns<Result>(
  reading: Reading<Result>,
  pause: Pause | undefined,
): Promise<Result> {
  if (!pause) return atOnce(reading);
  try {
    for (;;) {
      const { done, value } = reading.next();
      if (done) return value;
      await pause();
    }
  } finally {
    // What a reader holds open it closes now, if it was given up.
    reading.return(undefined as never);
  }
}
