import { describe, expect, it } from 'vitest';
import { placeInCell } from '#shared/formats/values/place-in-cell.ts';

describe('placeInCell', () => {
  it.each([
    ['116.350, 39.990', [116.35, 39.99]],
    ['(39.990；116.350)', [39.99, 116.35]],
    ['39.990；116.350', [39.99, 116.35]],
    ['N39°59′24″ E116°21′00″', [116.35, 39.99]],
    ['39°59′24″N,116°21′00″E', [116.35, 39.99]],
    ['北纬39°59′24″东经116°21′', [116.35, 39.99]],
    ['东经116°21′，北纬39°59′24″', [116.35, 39.99]],
    ['E116.35 N39.99', [116.35, 39.99]],
    ['116°21′00″、39°59′24″', [116.35, 39.99]],
    ['116 21 00 E, 39 59 24 N', [116.35, 39.99]],
    ['116d21m00s 39d59m24s', [116.35, 39.99]],
  ])('reads %s', (cell, place) => {
    const found = placeInCell(cell);
    expect(found).not.toBeNull();
    place.forEach((value, axis) => expect(found?.[axis]).toBeCloseTo(value, 12));
  });

  it.each([
    '2026-03-04',
    '1001,1002',
    '12.5 20.3',
    '25°',
    '25°C 30°C',
    'East 3, North 4 Road',
    'N39°59′24″ N40°00′00″',
    'W 3 E 4 S',
    '气温25度，30度',
    '',
  ])('takes %s for no place', (cell) => expect(placeInCell(cell)).toBeNull());
});
