import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultInJson } from '#shared/formats/geojson/fault-in-json.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('faultInJson', () => {
  it('agrees with the parser on what is JSON, sound and damaged', () => {
    const damage = fc.record({
      json: fc.json(),
      at: fc.nat(),
      sign: fc.constantFrom('', ',', '"', '{', ']', '\\', 'N', '0', '.', '\n', 'e'),
    });
    fc.assert(
      fc.property(damage, ({ json, at, sign }) => {
        expect(faultInJson(json)).toBeNull();
        const place = at % (json.length + 1);
        const damaged = json.slice(0, place) + sign + json.slice(place + (at % 2));
        expect(faultInJson(damaged) === null).toBe(parses(damaged));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the end of what was cut off, wherever that was', () => {
    const text = JSON.stringify({ a: [1, -2.5e3, 'x\n"y', { b: null }], c: true });
    for (let end = 0; end < text.length; end += 1) {
      const fault = faultInJson(text.slice(0, end));
      expect(fault).not.toBeNull();
      // In the middle of a word or an escape the fault may be that word.
      expect(fault?.at).toBeGreaterThan(end - 6);
    }
  });

  it('finds the sign that is wrong', () => {
    expect(faultInJson('{"a":1,\n"b":NaN}')).toEqual({ at: 12, isCut: false });
    expect(faultInJson('[1,2,]')).toEqual({ at: 5, isCut: false });
    expect(faultInJson('{"a" 1}')).toEqual({ at: 5, isCut: false });
    expect(faultInJson('[1] x')).toEqual({ at: 4, isCut: false });
    expect(faultInJson('{"a":"b')).toEqual({ at: 7, isCut: true });
    expect(faultInJson('["a\nb"]')).toEqual({ at: 3, isCut: false });
  });

  it('needs no stack for what is nested deeply', () => {
    expect(faultInJson(`${'[{"a":'.repeat(1e6)}`)).toMatchObject({ isCut: true });
    expect(faultInJson(`${'['.repeat(1e6)}${']'.repeat(1e6)}`)).toBeNull();
  });
});
