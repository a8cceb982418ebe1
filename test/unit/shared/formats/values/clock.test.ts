import { describe, expect, it } from 'vitest';
import { parseClock } from '#shared/formats/values/clock.ts';
import { dayInName } from '#shared/formats/values/day-in-name.ts';

const at = (hours: number, minutes: number, seconds = 0) =>
  ((hours * 60 + minutes) * 60 + seconds) * 1000;

describe('parseClock', () => {
  it.each([
    ['6:31', at(6, 31)],
    ['06:31:05', at(6, 31, 5)],
    ['６：３１', at(6, 31)],
    ['6时31分', at(6, 31)],
    ['6点', at(6, 0)],
    ['下午1:05', at(13, 5)],
    ['12:10 am', at(0, 10)],
    ['0.25', at(6, 0)],
    [0.5, at(12, 0)],
    ['24:00', null],
    ['6:60', null],
    ['2026-03-04 06:31', null],
    ['645', null],
    [1, null],
    [null, null],
    ['', null],
  ])('reads %j', (cell, time) => {
    expect(parseClock(cell)).toBe(time);
  });
});

describe('dayInName', () => {
  it.each([
    ['值班表2026-11-26.csv', '2026-11-26'],
    ['20261126值班.csv', '2026-11-26'],
    ['2026年1月5日签到.xlsx', '2026-01-05'],
    ['12月31日.csv', '2026-12-31'],
    ['1月2日（更正）.csv', '2027-01-02'],
    ['2026-02-30.csv', null],
    ['值班表.csv', null],
    ['编号1234567.csv', null],
  ])('finds the day in %j', (name, day) => {
    expect(dayInName(name, '2026-12-20')).toBe(day);
  });
});
