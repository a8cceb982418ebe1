import type { TextPart } from '#shared/formats/table.ts';

/**
 * The different texts of a column, numbered as they come: a class or a status stands in a million rows
 * and is looked up, judged and kept once. No string is made of a text that is known.
 */
export class TextDictionary {
  readonly texts: string[] = [];
  private hashes = new Int32Array(64);
  /** Number of a text and 1, at the place that its hash gives or the next free one. */
  private slots = new Int32Array(128);

  /** Number of a text, which is taken in when it is new. */
  numberOf({ text, from, to }: TextPart): number {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) | 0;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return this.add(text.slice(from, to), hash, slot);
      if (this.hashes[number] === hash && this.isText(number, text, from, to)) return number;
    }
  }

  private isText(number: number, text: string, from: number, to: number): boolean {
    const known = this.texts[number] as string;
    if (known.length !== to - from) return false;
    for (let at = from; at < to; at += 1) {
      if (known.charCodeAt(at - from) !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private add(text: string, hash: number, slot: number): number {
    const number = this.texts.push(text) - 1;
    if (number >= this.hashes.length) this.grow();
    this.hashes[number] = hash;
    if (2 * number < this.slots.length) this.slots[slot] = number + 1;
    else this.rebuild();
    return number;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }

  private rebuild(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.texts.length; number += 1) {
      let slot = (this.hashes[number] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}
