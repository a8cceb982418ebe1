import { partOfText, type TextPart, textOfUnits, writeUnits } from './text-part.ts';

/**
 * Texts one behind the other, as UTF-16 units: what a string holds comes back unit for unit, also half a
 * surrogate pair, and two bytes a sign are less than UTF-8 takes for Chinese.
 */
export interface TextColumn {
  texts: Uint16Array;
  /** Place in `texts` behind the last unit of each. */
  textEnds: Uint32Array;
}

/** The text that stands as number `index`; empty when there is none. */
export function textAt({ texts, textEnds }: TextColumn, index: number): string {
  const to = textEnds[index] ?? 0;
  return textOfUnits(texts.subarray(index === 0 ? 0 : (textEnds[index - 1] ?? to), to));
}

/** Writes texts one behind the other; any of them may be exchanged before the end. */
export class TextWriter {
  private texts: Uint16Array<ArrayBuffer>;
  private readonly starts: Uint32Array<ArrayBuffer>;
  private readonly ends: Uint32Array<ArrayBuffer>;
  private used = 0;
  private count = 0;
  private inOrder = true;

  /** @param most how many texts there will be at most */
  constructor(most: number) {
    this.texts = new Uint16Array(16 * most);
    this.starts = new Uint32Array(most);
    this.ends = new Uint32Array(most);
  }

  /** Puts a text as number `index`, which is that of the next one or of one that is there. */
  put(index: number, text: TextPart): void {
    const most = this.used + text.to - text.from;
    if (most > this.texts.length) this.grow(most);
    if (index < this.count) this.inOrder = false;
    else this.count = index + 1;
    this.starts[index] = this.used;
    this.used = writeUnits(text, this.texts, this.used);
    this.ends[index] = this.used;
  }

  /** The first `count` texts. */
  finish(count: number): { texts: Uint16Array<ArrayBuffer>; textEnds: Uint32Array<ArrayBuffer> } {
    if (!this.inOrder) return this.ordered(count);
    return { texts: this.texts.slice(0, this.used), textEnds: this.ends.slice(0, count) };
  }

  private ordered(count: number) {
    const { starts, ends } = this;
    const writer = new TextWriter(count);
    for (let index = 0; index < count; index += 1) {
      const own = this.texts.subarray(starts[index], ends[index]);
      if (writer.used + own.length > writer.texts.length) writer.grow(writer.used + own.length);
      writer.texts.set(own, writer.used);
      writer.used += own.length;
      writer.ends[index] = writer.used;
    }
    return writer.finish(count);
  }

  private grow(least: number): void {
    const texts = new Uint16Array(Math.max(2 * this.texts.length, least));
    texts.set(this.texts.subarray(0, this.used));
    this.texts = texts;
  }
}

/** Texts as a column. */
export function textColumn(texts: readonly string[]) {
  const writer = new TextWriter(texts.length);
  for (const [index, text] of texts.entries()) writer.put(index, partOfText(text));
  return writer.finish(texts.length);
}
