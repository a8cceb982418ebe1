import { describe, expect, it } from 'vitest';
import { isBackupDue, outOfRotation } from '#shared/keep/rotation.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 4, 20, 12, 30);

/** A backup is made each hour for `days` days, and after each one what is out of rotation goes. */
function run(days: number): number[] {
  let kept: number[] = [];
  for (let time = now - days * day; time <= now; time += hour) {
    kept.push(time);
    const gone = outOfRotation(kept, time);
    kept = kept.filter((one) => !gone.includes(one));
  }
  return kept;
}

describe('rotation of backups', () => {
  it('keeps hours, days and weeks, and stays small however long it runs', () => {
    const kept = run(200);
    const ages = kept.map((time) => now - time);
    expect(ages.filter((age) => age < day)).toHaveLength(24);
    expect(ages.filter((age) => age >= day && age < 14 * day)).toHaveLength(13);
    expect(ages.filter((age) => age >= 14 * day).length).toBeGreaterThanOrEqual(6);
    expect(kept.length).toBeLessThan(50);
    // No gap in the last eight weeks is longer than a week and a day.
    const sorted = [...ages].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) {
      expect((sorted[i] as number) - (sorted[i - 1] as number)).toBeLessThanOrEqual(8 * day);
    }
  });

  it('keeps what is oldest when nobody worked for months', () => {
    const old = [now - 300 * day, now - 299 * day];
    expect(outOfRotation(old, now)).toEqual([old[0]]);
    expect(outOfRotation([...old, now], now)).toEqual([old[0]]);
  });

  it('never takes what is dated in the future, nor the newest', () => {
    expect(outOfRotation([now + day, now + day + 1], now)).toEqual([]);
    expect(outOfRotation([now - 400 * day], now)).toEqual([]);
    expect(outOfRotation([], now)).toEqual([]);
  });
});

describe('when a backup is due', () => {
  it('is after an hour with a change, not before, and not without', () => {
    const newest = { time: now - hour, sequence: 7 };
    expect(isBackupDue(null, { sequence: 0, now })).toBe(true);
    expect(isBackupDue(newest, { sequence: 8, now })).toBe(true);
    expect(isBackupDue(newest, { sequence: 7, now })).toBe(false);
    expect(isBackupDue({ ...newest, time: now - hour + 1 }, { sequence: 8, now })).toBe(false);
    expect(isBackupDue({ ...newest, time: now + day }, { sequence: 8, now })).toBe(true);
  });
});
