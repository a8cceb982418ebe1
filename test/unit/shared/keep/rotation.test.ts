import fc from 'fast-check';
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

  it('does not take a few steps of the clock back for newer than what comes', () => {
    const made = [now - 70 * 60_000, now + 10 * 60_000, now];
    expect(outOfRotation(made, now)).toEqual([]);
  });

  it('survives an hour with a clock that is a year ahead', () => {
    const kept = run(100);
    const ahead = [...kept, now + 365 * day];
    const gone = outOfRotation(ahead, now + 365 * day);
    expect(gone.length).toBeLessThanOrEqual(3);
    expect(gone.reverse()).toEqual(kept.slice(0, gone.length));
  });

  it('keeps what it promises and what was just made, however the clock jumps', () => {
    const step = fc.oneof(
      fc.integer({ min: 0, max: 3 * hour }),
      fc.integer({ min: -40 * day, max: 90 * day }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        let kept: number[] = [];
        let clock = now;
        for (const one of steps) {
          clock += one;
          kept.push(clock);
          const gone = outOfRotation(kept, clock);
          const before = kept;
          kept = kept.filter((time) => !gone.includes(time));
          expect(kept).toContain(clock);
          const isGood = (each: number, within: number, time: number) =>
            kept.some(
              (other) =>
                other >= time &&
                other <= clock &&
                Math.floor(other / each) === Math.floor(time / each),
            ) || time <= clock - within;
          for (const time of before.filter((one) => one <= clock)) {
            expect(isGood(hour, day, time)).toBe(true);
            expect(isGood(day, 14 * day, time)).toBe(true);
            expect(isGood(7 * day, 56 * day, time)).toBe(true);
          }
          expect(before.filter((time) => time > clock && !kept.includes(time))).toEqual([]);
        }
      }),
    );
  });
});

describe('when a backup is due', () => {
  it('is after an hour with a change, not before, and not without', () => {
    const newest = { time: now - hour, sequence: 7 };
    expect(isBackupDue([], { sequence: 0, now })).toBe(true);
    expect(isBackupDue([newest], { sequence: 8, now })).toBe(true);
    expect(isBackupDue([newest], { sequence: 7, now })).toBe(false);
    expect(isBackupDue([{ ...newest, time: now - hour + 1 }], { sequence: 8, now })).toBe(false);
  });

  it('goes on by the hour when the clock was set back', () => {
    const ahead = { time: now + day, sequence: 7 };
    expect(isBackupDue([ahead], { sequence: 7, now })).toBe(false);
    expect(isBackupDue([ahead], { sequence: 8, now })).toBe(true);
    const since = [ahead, { time: now - 60_000, sequence: 8 }];
    expect(isBackupDue(since, { sequence: 9, now })).toBe(false);
    expect(isBackupDue(since, { sequence: 9, now: now + hour })).toBe(true);
  });
});
