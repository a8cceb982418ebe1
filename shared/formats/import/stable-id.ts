import type { TextPart } from '#shared/formats/table.ts';
import { type IdWords, idOfWords } from '#shared/model/id-words.ts';

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const seeds = Int32Array.of(0x9747b28c, 0x3c6ef372, 0x1b56c4e9, 0x7feb352d);

/**
 * UUIDs (version 8, RFC 9562 section 5.8) that depend on texts alone, so that importing a list again
 * finds the records that it brought before. They are no secret and no proof of anything. MurmurHash3 x86
 * 32-bit (Austin Appleby, public domain) over UTF-16 units, one unit a block, from each of four seeds at
 * once; what all the texts begin with is taken in once.
 */
export class StableIds {
  private readonly begun = seeds.slice();
  private readonly length: number;

  /** @param beginning what stands before each of the texts */
  constructor(beginning = '') {
    this.length = beginning.length;
    this.take(this.begun, { text: beginning, from: 0, to: beginning.length });
  }

  /** Writes the id of a text into `words`. */
  of(part: TextPart, words: IdWords): void {
    const state = this.state;
    state.set(this.begun);
    this.take(state, part);
    const length = this.length + part.to - part.from;
    words[0] = finish((state[0] as number) ^ length);
    // Version 8 and the variant of RFC 9562 in their places.
    words[1] = (finish((state[1] as number) ^ length) & 0xffff0fff) | 0x8000;
    words[2] = (finish((state[2] as number) ^ length) & 0x3fffffff) | 0x80000000;
    words[3] = finish((state[3] as number) ^ length);
  }

  private readonly state = new Int32Array(4);

  private take(state: Int32Array, { text, from, to }: TextPart): void {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let index = from; index < to; index += 1) {
      const unit = rotate(Math.imul(text.charCodeAt(index), 0xcc9e2d51), 15);
      const block = Math.imul(unit, 0x1b873593);
      a = (Math.imul(rotate(a ^ block, 13), 5) + 0xe6546b64) | 0;
      b = (Math.imul(rotate(b ^ block, 13), 5) + 0xe6546b64) | 0;
      c = (Math.imul(rotate(c ^ block, 13), 5) + 0xe6546b64) | 0;
      d = (Math.imul(rotate(d ^ block, 13), 5) + 0xe6546b64) | 0;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  }
}

const plain = new StableIds();

/** The id of one text; see {@link StableIds}. */
export function stableId(text: string): string {
  const words = new Uint32Array(4);
  plain.of({ text, from: 0, to: text.length }, words);
  return idOfWords(words);
}
