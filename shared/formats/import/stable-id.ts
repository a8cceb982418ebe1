import { type IdWords, idOfWords } from '#shared/model/id-words.ts';
import { partOfText, type TextPart, writeUnits } from '#shared/model/text-part.ts';

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
  /** UTF-16 units of the text at hand. */
  private units = new Uint16Array(64);
  private readonly state = new Int32Array(4);

  /** @param beginning what stands before each of the texts */
  constructor(beginning = '') {
    this.length = this.take(this.begun, partOfText(beginning));
  }

  /** Writes the id of a text into `words`. */
  of(part: TextPart, words: IdWords): void {
    const state = this.state;
    state.set(this.begun);
    const length = this.length + this.take(state, part);
    words[0] = finish((state[0] as number) ^ length);
    // Version 8 and the variant of RFC 9562 in their places.
    words[1] = (finish((state[1] as number) ^ length) & 0xffff0fff) | 0x8000;
    words[2] = (finish((state[2] as number) ^ length) & 0x3fffffff) | 0x80000000;
    words[3] = finish((state[3] as number) ^ length);
  }

  /** Takes a text in, and answers how many units it has. */
  private take(state: Int32Array, part: TextPart): number {
    const most = part.to - part.from;
    if (most > this.units.length) this.units = new Uint16Array(2 * most);
    const { units } = this;
    const length = writeUnits(part, units, 0);
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let index = 0; index < length; index += 1) {
      const unit = rotate(Math.imul(units[index] as number, 0xcc9e2d51), 15);
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
    return length;
  }
}

const plain = new StableIds();

/** The id of one text; see {@link StableIds}. */
export function stableId(text: string): string {
  const words = new Uint32Array(4);
  plain.of(partOfText(text), words);
  return idOfWords(words);
}
