import { isPlainlyGbk } from './chinese-bytes.ts';

/** Scripts of the characters that UTF-8 has in two bytes; marks and signs belong to none of them. */
const scripts =
  /\p{sc=Latin}|\p{sc=Greek}|\p{sc=Cyrillic}|\p{sc=Armenian}|\p{sc=Hebrew}|\p{sc=Arabic}|\p{sc=Syriac}|\p{sc=Thaana}|\p{sc=Nko}/u;
const names = 'Latin Greek Cyrillic Armenian Hebrew Arabic Syriac Thaana Nko'
  .split(' ')
  .map((name) => new RegExp(`\\p{sc=${name}}`, 'u'));

/**
 * Whether bytes are GBK that happen to be valid UTF-8, as those of 学院路 are: what comes out then are
 * letters of several scripts beside each other, which no text has.
 */
export function isAccidentalUtf8(text: string, bytes: Uint8Array): boolean {
  const seen = new Set<number>();
  for (const sign of text) {
    const code = sign.codePointAt(0) as number;
    if (code < 0x80) continue;
    // All that is Chinese takes three bytes.
    if (code > 0x7ff) return false;
    if (scripts.test(sign)) seen.add(names.findIndex((name) => name.test(sign)));
  }
  return seen.size > 1 && isPlainlyGbk(bytes);
}
