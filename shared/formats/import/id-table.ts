import type { IdWords } from '#shared/model/id-words.ts';

/** Ids that somebody counts up differ in their last digits, those made of texts everywhere. */
function firstSlot(first: number, last: number): number {
  const mixed = Math.imul(first ^ Math.imul(last, 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** UUIDs numbered in the order in which they come, in arrays of numbers: a million of them take 32 MB. */
export class IdTable {
  private words: Uint32Array<ArrayBuffer>;
  private slots: Int32Array<ArrayBuffer>;
  private size = 0;

  /** @param expected how many there may be, so that the table need not grow again and again */
  constructor(expected = 64) {
    const room = Math.max(64, expected);
    this.words = new Uint32Array(4 * room);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * room)));
  }

  /** Number of an id; that of a new one is the number of those before it. */
  numberOf(id: IdWords): number {
    const slot = this.slotOf(id);
    const number = (this.slots[slot] as number) - 1;
    return number < 0 ? this.add(id, slot) : number;
  }

  /** Number of an id, -1 when it is none of them. */
  find(id: IdWords): number {
    return (this.slots[this.slotOf(id)] as number) - 1;
  }

  /** How many ids there are. */
  get count(): number {
    return this.size;
  }

  /** The slot of an id, or the free one where it belongs. */
  private slotOf(id: IdWords): number {
    const { words, slots } = this;
    const a = id[0] as number;
    const b = id[1] as number;
    const c = id[2] as number;
    const d = id[3] as number;
    const mask = slots.length - 1;
    for (let slot = firstSlot(a, d) & mask; ; slot = (slot + 1) & mask) {
      const at = 4 * ((slots[slot] as number) - 1);
      if (at < 0) return slot;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) {
        return slot;
      }
    }
  }

  private add(id: IdWords, slot: number): number {
    const number = this.size;
    this.size += 1;
    if (4 * this.size > this.words.length) {
      const words = new Uint32Array(this.words.length * 2);
      words.set(this.words);
      this.words = words;
    }
    this.words.set(id, 4 * number);
    if (2 * number < this.slots.length) this.slots[slot] = number + 1;
    else this.rebuild();
    return number;
  }

  private rebuild(): void {
    const { words, size } = this;
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < size; number += 1) {
      let slot = firstSlot(words[4 * number] as number, words[4 * number + 3] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}
