import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDegrees } from '#shared/formats/values/degrees.ts';
import { findDayOrder, parseMoment } from '#shared/formats/values/moment.ts';
import { parseNumber } from '#shared/formats/values/number.ts';
import { parseStatus } from '#shared/formats/values/status.ts';

describe('parseNumber', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['1,234,567.8', 1234567.8],
    ['１２．５', 12.5],
    ['.5', 0.5],
    ['20 米', 20],
    ['1e3', 1000],
    [7, 7],
  ])('reads %s', (cell, value) => expect(parseNumber(cell)).toBe(value));

  it.each(['', '-', '.', 'abc', '1.2.3', '12,34', '1e999', '一百', '5 of 6', null, true])(
    'refuses %s',
    (cell) => expect(parseNumber(cell)).toBeNull(),
  );

  it('reads back any number that was written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value))).toBe(value + 0);
      }),
    );
  });
});

describe('parseDegrees', () => {
  it.each([
    ['116.35', 116.35],
    ['116.35°', 116.35],
    ['东经116.35°', 116.35],
    ['116°21′36″', 116.36],
    [`116°21'36"E`, 116.36],
    ["39°59'12''N", 39.98666666666667],
    ['33°30′S', -33.5],
    ['116:21:36', 116.36],
    ['116-21-36.0', 116.36],
    ['E 116 21 36', 116.36],
    ['-0.5', -0.5],
    [116.5, 116.5],
    ['116d21m36s', 116.36],
    ['33d30m00sS', -33.5],
    ['116º21’36”', 116.36],
    ['116°21ʹ36ʺ', 116.36],
    ['东经116.35度', 116.35],
    ['１１６°２１′３６″', 116.36],
    ['116度21分36秒', 116.36],
    ['116°21′30″.6', 116.3585],
    ['116°21.6′', 116.36],
  ])('reads %s', (cell, value) => expect(parseDegrees(cell)).toBeCloseTo(value, 12));

  it.each(['116°61′0″', '116.5°21′', '116:61:0', '2024-03-01', '经度', '', '116.1.2', null])(
    'refuses %s',
    (cell) => expect(parseDegrees(cell)).toBeNull(),
  );
});

describe('parseMoment', () => {
  const beijing = 480;
  const at = (iso: string) => Date.parse(iso);

  it.each([
    ['2026-03-04', '2026-03-04T00:00:00+08:00'],
    ['2026/3/4 14:31', '2026-03-04T14:31:00+08:00'],
    ['2026年3月4日 14时31分', '2026-03-04T14:31:00+08:00'],
    ['2026年3月4日14时31分20秒', '2026-03-04T14:31:20+08:00'],
    ['2026.3.4', '2026-03-04T00:00:00+08:00'],
    ['20260304', '2026-03-04T00:00:00+08:00'],
    ['2026-03-04T14:31:05.250Z', '2026-03-04T14:31:05.250Z'],
    ['2026-03-04T14:31:05-05:00', '2026-03-04T14:31:05-05:00'],
    ['04/18/2019 09:55:45 PM', '2019-04-18T21:55:45+08:00'],
    ['3/14/2025 12:20 am', '2025-03-14T00:20:00+08:00'],
    ['46085.5', '2026-03-04T12:00:00+08:00'],
    ['2026年3月4日 上午8:05', '2026-03-04T08:05:00+08:00'],
    ['2026-03-04 下午 3:05:20', '2026-03-04T15:05:20+08:00'],
    ['2026年3月4号', '2026-03-04T00:00:00+08:00'],
    ['2026-3-4 8时', '2026-03-04T08:00:00+08:00'],
    ['2026年3月4日凌晨12点30分', '2026-03-04T00:30:00+08:00'],
    ['2026年3月4日中午12:10', '2026-03-04T12:10:00+08:00'],
    ['2026年3月4日 星期三 晚上8点', '2026-03-04T20:00:00+08:00'],
    ['20260304081230', '2026-03-04T08:12:30+08:00'],
    [202603040812, '2026-03-04T08:12:00+08:00'],
    [46085, '2026-03-04T00:00:00+08:00'],
  ])('reads %s', (cell, iso) => expect(parseMoment(cell, beijing)).toBe(at(iso)));

  it.each([
    '',
    '昨天',
    '2026-3-4 8',
    '20269904081230',
    '2026年3月4日晚上12点',
    '2026-02-30',
    '2026-13-01',
    '2026-3-4 25:00',
    '12',
    '2026',
    'NaN',
    null,
  ])('refuses %s', (cell) => expect(parseMoment(cell, beijing)).toBeNull());

  it('tells the order of day and month from the whole column', () => {
    expect(findDayOrder(['03/04/2026', '13/04/2026'])).toBe('day-first');
    expect(findDayOrder(['03/04/2026', '04/13/2026', null])).toBe('month-first');
    expect(parseMoment('03/04/2026', 0, 'day-first')).toBe(at('2026-04-03T00:00:00Z'));
  });

  it('reads back any moment written as ISO 8601', () => {
    const range = { min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), fc.integer({ min: -720, max: 840 }), (date, offset) => {
        expect(parseMoment(date.toISOString(), offset)).toBe(date.getTime());
      }),
    );
  });
});

describe('parseStatus', () => {
  it.each([
    ['已结案', 'closed'],
    ['未结案', 'reported'],
    ['处理中', 'handling'],
    ['待处理', 'reported'],
    ['已派遣', 'dispatched'],
    ['In Progress', 'handling'],
    ['Completed - Dup', 'closed'],
    ['Open', 'reported'],
    ['Closed', 'closed'],
    ['handling', 'handling'],
  ])('understands %s', (text, status) => expect(parseStatus(text)).toBe(status));

  it('says so when it does not', () => {
    expect(parseStatus('???')).toBeNull();
    expect(parseStatus('constructor')).toBeNull();
  });
});
