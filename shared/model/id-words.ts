/** A UUID as four numbers of 32 bits, its first digits first. */
export type IdWords = Uint32Array;

/** Numbers of a UUID as text, in upper or lower case. */
export function wordsOfId(id: string, words: IdWords): void {
  let digits = 0;
  let word = 0;
  for (let at = 0; at < id.length && digits < 32; at += 1) {
    const code = id.charCodeAt(at);
    if (code === 0x2d) continue;
    word = (word << 4) | ((code & 0xf) + (code > 0x39 ? 9 : 0));
    digits += 1;
    if (digits % 8 === 0) words[digits / 8 - 1] = word;
  }
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex16 = (half: number) => `${hexOfByte[(half >>> 8) & 0xff]}${hexOfByte[half & 0xff]}`;

/** A UUID in its usual form. */
export function idOfWords(words: IdWords): string {
  const [a = 0, b = 0, c = 0, d = 0] = words;
  const head = `${hex16(a >>> 16)}${hex16(a)}-${hex16(b >>> 16)}-${hex16(b)}-`;
  return `${head}${hex16(c >>> 16)}-${hex16(c)}${hex16(d >>> 16)}${hex16(d)}`;
}

/** The UUID that stands as number `index` in a column of them, four words each. */
export function idAt(column: Uint32Array, index: number): string {
  return idOfWords(column.subarray(4 * index, 4 * index + 4));
}

/** A column of UUIDs, four words each. */
export function idColumn(ids: readonly string[]): Uint32Array<ArrayBuffer> {
  const column = new Uint32Array(4 * ids.length);
  for (const [index, id] of ids.entries()) wordsOfId(id, column.subarray(4 * index, 4 * index + 4));
  return column;
}
