import { FormatError } from '#shared/formats/format-error.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import { isAccidentalUtf8 } from './accidental-utf8.ts';
import { isPlainlyGbk, looksLikeBig5 } from './chinese-bytes.ts';
import {
  decodeStrictly,
  type EncodingEvidence,
  isWesternLatin,
  requestedEncoding,
} from './encoding.ts';
import { wideEncodingOf } from './wide-text.ts';
import { withoutFilling } from './without-filling.ts';

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function marked(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
}

/** Longer texts fit into no string (V8 ends at 2²⁹ signs). */
const mostBytes = 500 * 1024 ** 2;

/** @throws FormatError when bytes cannot be read as a text, whatever their encoding */
export function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FormatError('format.empty');
  if (bytes.length > mostBytes) {
    throw new FormatError('format.tooLarge.text', { megabytes: mostBytes / 1024 ** 2 });
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw new FormatError('format.isZip');
}

/** Bytes looked at to tell GBK from Big5. */
const sampleBytes = 200_000;

/** Whether bytes are Chinese in UTF-8: text of another encoding hardly ever comes out so by chance. */
function isChineseUtf8(bytes: Uint8Array): boolean {
  const text = decodeStrictly(bytes, 'utf-8');
  return text !== null && /[\u4e00-\u9fff]/.test(text);
}

/** Whether bytes are valid UTF-8 by chance alone, which only those of a short text are. */
export function isAccident(bytes: Uint8Array): boolean {
  const text = bytes.length > sampleBytes ? null : decodeStrictly(bytes, 'utf-8');
  return text !== null && isAccidentalUtf8(text, bytes);
}

/** Encodings to try one after the other, each worked out when those before it have failed. */
function* candidates(bytes: Uint8Array, declared: string | null): Generator<EncodingEvidence> {
  const mark = marked(bytes);
  if (mark !== null) return yield { encoding: mark, from: 'mark' };
  const wide = wideEncodingOf(bytes);
  if (wide !== null) yield { encoding: wide, from: 'bytes' };
  const isLatin = declared !== null && isWesternLatin(declared);
  if (isAccident(bytes)) yield { encoding: 'gb18030', from: 'bytes' };
  if (isLatin && isPlainlyGbk(bytes.subarray(0, sampleBytes))) {
    yield { encoding: 'utf-8', from: 'bytes' };
    yield { encoding: 'gb18030', from: 'bytes' };
  }
  if (declared !== null && (declared === 'utf-8' || !isChineseUtf8(bytes))) {
    yield { encoding: declared, from: 'declaration' };
  }
  yield { encoding: 'utf-8', from: 'bytes' };
  const isBig5 = looksLikeBig5(bytes.subarray(0, sampleBytes));
  for (const encoding of isBig5 ? ['big5', 'gb18030'] : ['gb18030', 'big5']) {
    yield { encoding, from: 'bytes' };
  }
}

export interface DecodedText extends EncodingEvidence {
  text: string;
  /** Characters whose bytes are damaged, shown as U+FFFD. */
  garbled: number;
}

/** Whether so many damaged characters among `foreign` ones beyond ASCII leave a text believable. */
function isBelievable(garbled: number, foreign: number, length: number, asked: boolean): boolean {
  if (asked) return 4 * garbled <= foreign || 5 * garbled <= length;
  return 20 * garbled <= foreign || (garbled <= 8 && 200 * garbled <= length);
}

/** A text with a few damaged bytes, in the first encoding that explains the rest; null when none does. */
function decodeDamaged(
  bytes: Uint8Array,
  choices: Iterable<EncodingEvidence>,
  asked: boolean,
): DecodedText | null {
  for (const { encoding, from } of choices) {
    const text = new TextDecoder(encoding).decode(bytes);
    let [garbled, foreign] = [0, 0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) garbled += 1;
      if (code > 0x7f) foreign += 1;
    }
    if (isBelievable(garbled, foreign, text.length, asked))
      return { text, encoding, from, garbled };
  }
  return null;
}

/**
 * Text of a file: in the encoding asked for, else by evidence: a byte order mark decides; else what
 * the file declares, if its bytes bear it out and are not plainly Chinese in UTF-8; else bytes that are valid UTF-8 are UTF-8; else they
 * are GB18030 (which holds GBK and GB2312) or Big5, by the blocks their characters lie in. A few
 * damaged characters are counted, not refused.
 * @throws FormatError when the bytes are text in none of these.
 */
export function decodeText(
  bytes: Uint8Array,
  override?: string,
  declared: string | null = null,
): DecodedText {
  refuseOthers(bytes);
  const choices = (): Iterable<EncodingEvidence> =>
    override === undefined
      ? candidates(bytes, declared)
      : [{ encoding: requestedEncoding(override), from: 'override' }];
  for (const { encoding, from } of choices()) {
    const decoded = decodeStrictly(bytes, encoding);
    if (decoded === null) continue;
    const text = withoutFilling(decoded);
    if (text === '') throw new FormatError('format.empty');
    if (text.includes('\u0000')) throw new FormatError('format.notText');
    return { text, encoding, from, garbled: 0 };
  }
  const damaged = decodeDamaged(bytes, choices(), override !== undefined);
  if (damaged && !damaged.text.includes('\u0000')) return damaged;
  throw override === undefined
    ? new FormatError('format.unknownEncoding')
    : new FormatError('format.otherEncoding', { encoding: override.slice(0, 40) });
}

/** What the user should know about a decoded text. */
export function textProblems({ garbled, encoding }: Omit<DecodedText, 'text'>): Problem[] {
  return garbled === 0 ? [] : [{ key: 'textGarbled', params: { count: garbled, encoding } }];
}

/** Which encoding a text was decoded from, without the text. */
export function evidenceOf({ encoding, from }: EncodingEvidence): EncodingEvidence {
  return { encoding, from };
}
