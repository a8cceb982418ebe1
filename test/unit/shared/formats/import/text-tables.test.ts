import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from '#shared/formats/import/id-table.ts';
import { idOfWords, wordsOfId } from '#shared/model/id-words.ts';
import { partOfText } from '#shared/model/text-part.ts';
import { TextDictionary } from '#shared/formats/import/text-dictionary.ts';

/** What both are held against. */
function numbered<T>(items: readonly T[]): number[] {
  const numbers = new Map<T, number>();
  return items.map((item) => {
    if (!numbers.has(item)) numbers.set(item, numbers.size);
    return numbers.get(item) as number;
  });
}

describe('texts and ids of a long list', () => {
  it('are numbered in the order in which they come', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 400 }), (texts) => {
        const dictionary = new TextDictionary();
        const numbers = texts.map((text) => {
          const { bytes, to } = partOfText(`<${text}>`);
          return dictionary.numberOf({ bytes, from: 1, to: to - 1 });
        });
        expect(numbers).toEqual(numbered(texts));
        expect(dictionary.texts).toEqual([...new Set(texts)]);
      }),
    );
  });

  it('are told apart by all of their digits, upper or lower case', () => {
    const ids = fc.array(fc.uuid(), { maxLength: 300 }).map((some) => [...some, ...some.slice(5)]);
    fc.assert(
      fc.property(ids, (some) => {
        const table = new IdTable();
        const words = new Uint32Array(4);
        const numbers = some.map((id) => {
          wordsOfId(id.toUpperCase(), words);
          expect(idOfWords(words)).toBe(id);
          return table.numberOf(words);
        });
        expect(numbers).toEqual(numbered(some));
        expect(table.count).toBe(new Set(some).size);
        expect(table.find(Uint32Array.of(1, 2, 3, 4))).toBe(-1);
      }),
    );
  });
});
