import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameRecord } from '#shared/edits/same-record.ts';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.integer()).map((list) => Int32Array.from(list)),
    fc.array(tie('any')),
    fc.dictionary(fc.string(), tie('any'), { noNullPrototype: true }),
  ),
})).any;

describe('sameRecord', () => {
  it('holds for every copy, and is symmetric', () => {
    fc.assert(fc.property(value, (a) => sameRecord(a, structuredClone(a))));
    fc.assert(fc.property(value, value, (a, b) => sameRecord(a, b) === sameRecord(b, a)));
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [[1], [1, 2]],
    [[], {}],
    [null, {}],
    [0, null],
    [Int32Array.of(1), Int32Array.of(2)],
    [Int32Array.of(1), Uint8Array.of(1)],
    [Int32Array.of(1), [1]],
  ])('tells %j from %j', (a, b) => {
    expect(sameRecord(a, b)).toBe(false);
  });

  it('takes the two zeros for one, as a project file does', () => {
    expect(sameRecord({ bearing: -0 }, JSON.parse(JSON.stringify({ bearing: -0 })))).toBe(true);
    expect(sameRecord(Float32Array.of(-0), Float32Array.of(0))).toBe(true);
  });

  it('takes NaN, which stands for no moment, as equal to itself', () => {
    expect(sameRecord(Float64Array.of(Number.NaN), Float64Array.of(Number.NaN))).toBe(true);
  });
});
