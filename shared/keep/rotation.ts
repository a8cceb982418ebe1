const hour = 3_600_000;
const day = 24 * hour;

/** For how long one backup is kept of each hour, day and week (all on UTC, so that no clock change matters). */
const spans = [
  { each: hour, within: day },
  { each: day, within: 14 * day },
  { each: 7 * day, within: 56 * day },
] as const;

/**
 * Which backups can go, by the moments (ms since 1970) at which they were made. Kept is the newest of
 * each hour of the last day, of each day of the last two weeks, of each week of the last eight, and
 * always the newest and the newest before the last two weeks. What is dated in the future stays: a clock
 * was set back, and nobody knows what is right.
 */
export function outOfRotation(times: readonly number[], now: number): number[] {
  const kept = new Set<number>();
  const newestFirst = [...new Set(times)].sort((a, b) => b - a);
  for (const { each, within } of spans) {
    const seen = new Set<number>();
    for (const time of newestFirst) {
      if (time > now - within && !seen.has(Math.floor(time / each))) {
        seen.add(Math.floor(time / each));
        kept.add(time);
      }
    }
  }
  for (const time of newestFirst) if (time > now) kept.add(time);
  const [newest] = newestFirst;
  if (newest !== undefined) kept.add(newest);
  const beforeThat = newestFirst.find((time) => time <= now - 14 * day);
  if (beforeThat !== undefined) kept.add(beforeThat);
  return times.filter((time) => !kept.has(time));
}

/**
 * Whether a backup is due: something was edited since the newest, which is an hour old or older, or dated
 * in the future. `newest` is null when there is none yet.
 */
export function isBackupDue(
  newest: { time: number; sequence: number } | null,
  state: { sequence: number; now: number },
): boolean {
  if (!newest) return true;
  const isOld = state.now - newest.time >= hour || newest.time > state.now;
  return isOld && state.sequence !== newest.sequence;
}
