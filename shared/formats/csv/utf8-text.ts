import { decodeText, isAccident, refuseOthers } from '#shared/formats/text/decode-text.ts';
import { type EncodingEvidence, requestedEncoding } from '#shared/formats/text/encoding.ts';

/** A text in UTF-8, with what is known of the encoding of its file. */
export interface Utf8Text extends EncodingEvidence {
  /** Without a mark. */
  bytes: Uint8Array;
  /** Characters whose bytes are damaged, here U+FFFD. */
  garbled: number;
}

/**
 * The bytes of a file as they are, where they may be a text in UTF-8 for all that can be told without
 * looking at them; null when they are to be decoded.
 * @throws FormatError when they are no text, or the encoding asked for is none
 */
export function asUtf8(bytes: Uint8Array, override?: string): Utf8Text | null {
  refuseOthers(bytes);
  if (override !== undefined && requestedEncoding(override) !== 'utf-8') return null;
  const isAsked = override !== undefined;
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (!isAsked && !isMarked && isAccident(bytes)) return null;
  const from = isMarked ? 'mark' : 'bytes';
  return {
    bytes: isMarked ? bytes.subarray(3) : bytes,
    encoding: 'utf-8',
    from: isAsked ? 'override' : from,
    garbled: 0,
  };
}

/** The text of a file in whatever encoding it is. @throws FormatError as {@link decodeText} does */
export function toUtf8(bytes: Uint8Array, override?: string): Utf8Text {
  const { text, ...evidence } = decodeText(bytes, override);
  return { ...evidence, bytes: new TextEncoder().encode(text) };
}
