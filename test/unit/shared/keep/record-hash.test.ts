import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameRecord } from '#shared/edits/same-record.ts';
import { hashRecord } from '#shared/keep/record-hash.ts';

/** Values as records hold them, also typed arrays. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array(),
    fc.float64Array(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const upsideDown = (one: unknown): unknown => {
  if (Array.isArray(one)) return one.map(upsideDown);
  if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one)) return one;
  const entries = Object.entries(one).map(([key, of]) => [key, upsideDown(of)]);
  return Object.fromEntries([...entries.reverse(), ['未定', undefined]]);
};

describe('the hash of a record', () => {
  it('goes by what a record says, not by the order of its fields', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(hashRecord(upsideDown(one))).toEqual(hashRecord(one));
      }),
    );
  });

  it('differs for whatever differs', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        if (!sameRecord(a, b)) expect(hashRecord(a)).not.toEqual(hashRecord(b));
      }),
    );
    const different = [
      ['ab', ['a', 'b'], ['ab'], { a: 'b' }, [['a'], 'b'], [['a', 'b']], { a: ['b'] }],
      [0, -0, '', [], {}, null, false, [null], [[]], { a: null }, new Uint8Array(), Number.NaN],
      [new Uint8Array(3), new Uint8Array(4), new Uint8Array([0, 0, 0, 1])],
      [{ a: 1, b: 2 }, { a: 2, b: 1 }, { a: { b: 1 } }, [{ a: 1 }, { b: 2 }]],
    ].flat();
    expect(new Set(different.map((one) => hashRecord(one).join())).size).toBe(different.length);
  });

  it('does not mind where the bytes of a column lie', () => {
    const bytes = new Uint8Array([9, 1, 2, 3, 4, 5, 6, 7]);
    expect(hashRecord(bytes.subarray(1))).toEqual(hashRecord(bytes.slice(1)));
  });

  it('is for ever what databases have been given', () => {
    const texts = Uint16Array.of(0x4e00, 65, 66);
    const record = { ids: Uint32Array.of(1, 0xffffffff, 3), texts, classes: ['市容'], none: null };
    expect(hashRecord({ kind: 'issueChunk', ...record })).toEqual([365_166_064, 2_261_410_816]);
  });
});
