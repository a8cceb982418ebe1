import { sameText, type TextPart, textOfPart } from '#shared/model/text-part.ts';

/**
 * The different texts of a column, numbered as they come: a class or a status stands in a million rows
 * and is looked up, judged and kept once. No string is made of a text that is known.
 */
export class TextDictionary {
  readonly texts: string[] = [];
  private readonly parts: TextPart[] = [];
  private hashes = new Int32Array(64);
  /** Number of a text and 1, at the place that its hash gives or the next free one. */
  private slots = new Int32Array(128);

  /** Number of a text, which is taken in when it is new. */
  numberOf(part: TextPart): number {
    const { bytes, from, to } = part;
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) | 0;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return this.add(part, hash, slot);
      if (this.hashes[number] === hash && sameText(this.parts[number] as TextPart, part)) {
        return number;
      }
    }
  }

  private add(part: TextPart, hash: number, slot: number): number {
    const number = this.texts.push(textOfPart(part)) - 1;
    const bytes = part.bytes.slice(part.from, part.to);
    this.parts.push({ bytes, from: 0, to: bytes.length });
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
