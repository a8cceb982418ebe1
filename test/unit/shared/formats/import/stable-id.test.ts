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

  it.each([
    ['number\n工单编号\n25-1000001', '9b043bb9-23c5-8b8d-a628-f1c67267c3e9'],
    ['门前堆放 𠮷 é', 'f0257f1a-e433-8ec3-aa8b-1d0aa3fcc211'],
    ['a\ud800b', '736b7e0c-cec0-8ddf-a879-00cb857ea9a3'],
    ['', 'ebb6c228-3cd6-83f3-918b-bb87f1c61c43'],
  ])(
    'is for %j what it has been in every version: lists find what they brought before',
    (text, id) => {
      expect(stableId(text)).toBe(id);
    },
  );

  it('differs for a hundred thousand case numbers', () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, index) => stableId(`11-0${index}`)));
    expect(ids.size).toBe(100_000);
  });
});
