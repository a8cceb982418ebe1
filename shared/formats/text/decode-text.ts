import { FormatError } from '#shared/formats/format-error.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Text of a file by evidence: a byte order mark decides; else bytes that are valid UTF-8 are UTF-8;
 * else they are GB18030 (which holds GBK and GB2312), as spreadsheet programs in China write it.
 * @throws FormatError when the bytes are text in none of these.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  if (bytes.length === 0) throw new FormatError('format.empty');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw new FormatError('format.isZip');
  const encodings: TextEncoding[] = startsWith(bytes, 0xef, 0xbb, 0xbf)
    ? ['utf-8']
    : startsWith(bytes, 0xff, 0xfe)
      ? ['utf-16le']
      : startsWith(bytes, 0xfe, 0xff)
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    if (text === null) continue;
    if (text.includes('\u0000')) throw new FormatError('format.notText');
    return { text, encoding };
  }
  throw new FormatError('format.unknownEncoding');
}
