import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stableId } from '#shared/formats/import/stable-id.ts';

describe('stableId', () => {
  it('is a UUID of version 8 that depends on the text alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = stableId(text);
        expect(z.uuid({ version: 'v8' }).safeParse(id).success).toBe(true);
        expect(stableId(text)).toBe(id);
      }),
    );
  });

  it('differs for a hundred thousand case numbers', () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, index) => stableId(`11-0${index}`)));
    expect(ids.size).toBe(100_000);
  });
});
