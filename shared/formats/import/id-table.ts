import type { IdWords } from '#shared/model/id-words.ts';

/** Ids that somebody counts up differ in their last digits, those made of texts everywhere. */
function mixed(first: number, last: number): number {
  const product = Math.imul(first ^ Math.imul(last, 0x85ebca6b), 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** A byte of an id that is never nought, and depends on other bits than its first slot does. */
const markOf = (mix: number) => (mix >>> 24) | 1;

/** UUIDs numbered in the order in which they come, in arrays of numbers: a million of them take 32 MB. */
export class IdTable {
  private words: Uint32Array<ArrayBuffer>;
  /** Number of an id, at the place that its bits give or the next free one. */
  private slots: Uint32Array<ArrayBuffer>;
  /** A byte of the id in each slot, 0 for a free one: of a million new ids few are looked up any further. */
  private marks: Uint8Array<ArrayBuffer>;
  private size = 0;

  /** @param expected how many there may be, so that the table need not grow again and again */
  constructor(expected = 64) {
    const room = Math.max(64, expected);
    this.words = new Uint32Array(4 * room);
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * room)));
    this.marks = new Uint8Array(this.slots.length);
  }

  /** Number of an id; that of a new one is the number of those before it. */
  numberOf(id: IdWords): number {
    const slot = this.slotOf(id);
    return this.marks[slot] === 0 ? this.add(id, slot) : (this.slots[slot] as number);
  }

  /** Number of an id, -1 when it is none of them. */
  find(id: IdWords): number {
    const slot = this.slotOf(id);
    return this.marks[slot] === 0 ? -1 : (this.slots[slot] as number);
  }

  /** How many ids there are. */
  get count(): number {
    return this.size;
  }

  /** The slot of an id, or the free one where it belongs. */
  private slotOf(id: IdWords): number {
    const { words, slots, marks } = this;
    const a = id[0] as number;
    const b = id[1] as number;
    const c = id[2] as number;
    const d = id[3] as number;
    const mix = mixed(a, d);
    const mark = markOf(mix);
    const last = slots.length - 1;
    for (let slot = mix & last; ; slot = (slot + 1) & last) {
      if (marks[slot] === 0) return slot;
      if (marks[slot] !== mark) continue;
      const at = 4 * (slots[slot] as number);
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
    if (2 * number < this.slots.length) this.put(number, slot);
    else this.rebuild();
    return number;
  }

  private put(number: number, slot: number): void {
    const mix = mixed(this.words[4 * number] as number, this.words[4 * number + 3] as number);
    this.slots[slot] = number;
    this.marks[slot] = markOf(mix);
  }

  private rebuild(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    this.marks = new Uint8Array(this.slots.length);
    const last = this.slots.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      const first = this.words[4 * number] as number;
      let slot = mixed(first, this.words[4 * number + 3] as number) & last;
      while (this.marks[slot] !== 0) slot = (slot + 1) & last;
      this.put(number, slot);
    }
  }
}
