const hour = 3_600_000;
const day = 24 * hour;

/** For how long one backup is kept of each hour, day and week (all on UTC, so that no clock change matters). */
const spans = [
  { each: hour, within: day },
  { each: day, within: 14 * day },
  { each: 7 * day, within: 56 * day },
] as const;

/**
 * No more go at once, the oldest first: a clock that is years ahead for an hour does not take all there is. It is
 * more than come in, so that the rest follows.
 */
const mostAtOnce = 3;

/**
 * Which backups can go, by the moments (ms since 1970) at which they were made. Kept is the newest of
 * each hour of the last day, of each day of the last two weeks, of each week of the last eight, and
 * always the newest and the newest before the last two weeks. What is dated in the future stays, and does not
 * stand for what was made since: a clock was set back, and nobody knows what is right.
 */
export function outOfRotation(times: readonly number[], now: number): number[] {
  const kept = new Set<number>();
  const newestFirst = [...new Set(times)].filter((time) => time <= now).sort((a, b) => b - a);
  for (const { each, within } of spans) {
    const seen = new Set<number>();
    for (const time of newestFirst) {
      if (time > now - within && !seen.has(Math.floor(time / each))) {
        seen.add(Math.floor(time / each));
        kept.add(time);
      }
    }
  }
  const [newest] = newestFirst;
  if (newest !== undefined) kept.add(newest);
  const beforeThat = newestFirst.find((time) => time <= now - 14 * day);
  if (beforeThat !== undefined) kept.add(beforeThat);
  return newestFirst.filter((time) => !kept.has(time)).slice(-mostAtOnce);
}

/**
 * Whether a backup is due: something was edited since the newest, which is an hour old or older. What is dated in
 * the future tells what has been kept, and not when.
 */
export function isBackupDue(
  backups: readonly { time: number; sequence: number }[],
  { sequence, now }: { sequence: number; now: number },
): boolean {
  const ahead = backups.filter(({ time }) => time > now);
  const [newest] = backups.filter(({ time }) => time <= now).sort((a, b) => b.time - a.time);
  const kept = newest ? [newest, ...ahead] : ahead;
  if (kept.some((one) => one.sequence === sequence)) return false;
  return !newest || now - newest.time >= hour;
}
