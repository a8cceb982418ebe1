import { decodeStrictly } from './encoding.ts';

let gbkCodes: Map<string, number> | null = null;

/** Two-byte characters of GBK with their bytes, from the decoder that every platform has. */
function gbkTable(): Map<string, number> {
  if (gbkCodes) return gbkCodes;
  gbkCodes = new Map();
  const pair = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pair[0] = lead;
      pair[1] = trail;
      const sign = decodeStrictly(pair, 'gb18030');
      if (sign !== null && !gbkCodes.has(sign)) gbkCodes.set(sign, lead * 256 + trail);
    }
  }
  return gbkCodes;
}

const utf8 = new TextEncoder();

/** Bytes of one character; null when the encoding does not have it. */
function bytesOfSign(sign: string, encoding: 'utf-8' | 'gb18030'): readonly number[] | null {
  const code = sign.codePointAt(0) as number;
  if (code < 0x80) return [code];
  if (encoding === 'utf-8') return [...utf8.encode(sign)];
  const pair = gbkTable().get(sign);
  return pair === undefined ? null : [pair >> 8, pair & 0xff];
}

export interface EncodedText {
  bytes: Uint8Array<ArrayBuffer>;
  /** The text did not fit: whole characters were left away at its end. */
  cut: boolean;
  /** Characters that the encoding does not have, written as `?`. */
  missing: number;
}

/** A text in at most so many bytes, never cut inside a character. */
export function encodeText(
  text: string,
  encoding: 'utf-8' | 'gb18030',
  most = Infinity,
): EncodedText {
  const bytes: number[] = [];
  let missing = 0;
  let cut = false;
  for (const sign of text) {
    const own = bytesOfSign(sign, encoding);
    if (!own) missing += 1;
    const next = own ?? [0x3f];
    if (bytes.length + next.length > most) {
      cut = true;
      break;
    }
    bytes.push(...next);
  }
  return { bytes: Uint8Array.from(bytes), cut, missing };
}
