import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  partOfText,
  sameText,
  textOfPart,
  unitCount,
  writeUnits,
} from '#shared/model/text-part.ts';

/** Strings with signs of every length, and with halves of surrogate pairs. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
);

describe('a text as a part of bytes', () => {
  it('is the same string again, unit for unit', () => {
    fc.assert(
      fc.property(text, (string) => {
        const part = partOfText(string);
        expect(textOfPart(part)).toBe(string);
        expect(unitCount(part)).toBe(string.length);
        const units = new Uint16Array(part.to + 2);
        const end = writeUnits(part, units, 2);
        expect(String.fromCharCode(...units.subarray(2, end))).toBe(string);
      }),
    );
  });

  it('has the bytes that the platform writes for it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (string) => {
        const { bytes, to } = partOfText(string);
        expect(bytes.subarray(0, to)).toEqual(new TextEncoder().encode(string));
      }),
    );
  });

  it('is told apart from every other text', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(sameText(partOfText(one), partOfText(`${one}`))).toBe(true);
        expect(sameText(partOfText(one), partOfText(other))).toBe(one === other);
      }),
    );
  });
});
