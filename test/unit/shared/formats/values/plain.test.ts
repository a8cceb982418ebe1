import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOfText } from '#shared/model/text-part.ts';
import { plainMomentIn, plainNumberIn } from '#shared/formats/values/plain.ts';

/** Put between other signs, which must not be looked at. */
const within = (text: string) => {
  const { bytes, to } = partOfText(`9${text}9`);
  return { bytes, from: 1, to: to - 1 };
};

describe('plain values', () => {
  it('are the very numbers that the language reads', () => {
    const written = fc.oneof(
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map(String),
      fc.tuple(fc.integer(), fc.stringMatching(/^\d{1,20}$/)).map(([a, b]) => `${a}.${b}`),
      fc.stringMatching(/^-?[\d.]{0,18}$/),
    );
    fc.assert(
      fc.property(written, (text) => {
        const value = plainNumberIn(within(text));
        if (!Number.isNaN(value)) expect(value).toBe(Number(text) + 0);
        else expect(text).not.toMatch(/^-?\d{1,6}(\.\d{1,8})?$/);
      }),
    );
  });

  it('are the very moments that the language reads', () => {
    const moment = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2399-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const text = date.toISOString().slice(0, 19).replace('T', ' ');
        for (const part of [text, text.slice(0, 16), text.slice(0, 10)]) {
          const value = plainMomentIn(within(part));
          const day = date.getUTCDate();
          const iso = part.length > 10 ? `${part.replace(' ', 'T')}Z` : part;
          expect(value).toBe(day > 28 ? Number.NaN : Date.parse(iso));
        }
      }),
    );
  });

  it.each(['2026-13-01', '2026-00-01', '2026-01-00', '2026-01-01 24:00', '2026/01/01', 'x'])(
    'are not %s',
    (text) => expect(plainMomentIn(within(text))).toBeNaN(),
  );
});
