import { isAccidentalUtf8 } from '#shared/formats/text/accidental-utf8.ts';
import {
  isPlainlyBig5,
  isPlainlyGbk,
  looksLikeBig5,
  looksUnchinese,
} from '#shared/formats/text/chinese-bytes.ts';
import {
  decodeStrictly,
  encodingLabel,
  type EncodingEvidence,
  isWesternLatin,
  requestedEncoding,
} from '#shared/formats/text/encoding.ts';

/** Language ids of dBASE that name an encoding for sure (byte 29 of the header). */
const languageIds: Record<number, string> = {
  0x13: 'shift_jis',
  0x4d: 'gb18030',
  0x4e: 'euc-kr',
  0x4f: 'big5',
  0x50: 'windows-874',
  0x7a: 'gb18030',
  0x79: 'euc-kr',
  0x78: 'big5',
  0x7b: 'shift_jis',
  0x7c: 'windows-874',
  0xc8: 'windows-1250',
  0xc9: 'windows-1251',
};

/** A value of a file; `full` when it fills its field, so that its last character may be cut. */
export interface RawText {
  bytes: Uint8Array;
  full: boolean;
}

/** Characters of at most four bytes: what is left of a cut one is at most three. */
const longestRest = 3;

/**
 * Text of a value whose last character may be cut in the middle, as dBASE does at the end of a
 * field; null when it is not in the encoding even so.
 */
export function decodeCut(raw: RawText, encoding: string): { text: string; cut: boolean } | null {
  const whole = decodeStrictly(raw.bytes, encoding);
  if (whole !== null) return { text: whole, cut: false };
  if (!raw.full) return null;
  for (let rest = 1; rest <= Math.min(longestRest, raw.bytes.length); rest++) {
    const text = decodeStrictly(raw.bytes.subarray(0, raw.bytes.length - rest), encoding);
    if (text !== null) return { text, cut: true };
  }
  return null;
}

function share(samples: readonly RawText[], encoding: string): number {
  if (samples.length === 0) return 1;
  return samples.filter((raw) => decodeCut(raw, encoding)).length / samples.length;
}

function joined(samples: readonly RawText[]): Uint8Array {
  // A blank between values keeps the pairs of one from running into the next.
  return Uint8Array.from(samples.flatMap(({ bytes }) => [...bytes, 0x20]));
}

/**
 * Whether samples are plainly Chinese in another encoding than the one that a file names, although they are
 * texts in that, too: UTF-8 often is in GBK, and anything is in an encoding of one byte a character.
 */
function isChineseOtherThan(
  encoding: string,
  samples: readonly RawText[],
  bytes: Uint8Array,
): boolean {
  if (encoding === 'utf-8') return false;
  const asUtf8 = samples.map((raw) => decodeCut(raw, 'utf-8')?.text ?? null);
  const isUtf8 =
    !asUtf8.includes(null) && asUtf8.some((text) => /[\u4e00-\u9fff]/.test(text ?? ''));
  if (isUtf8) return true;
  if (encoding === 'gb18030') return isPlainlyBig5(bytes) && share(samples, 'big5') > 0.99;
  return isWesternLatin(encoding) && isPlainlyGbk(bytes);
}

/**
 * Encoding of a DBF from what stands beside it, in its header and in its bytes. What the .cpg or
 * the language id says is believed only when the samples bear it out; `doubted` is what it said
 * when they do not. `samples` are values with bytes beyond ASCII, some hundreds at most.
 * @throws FormatError when the override is no encoding
 */
export function findDbfEncoding(
  samples: readonly RawText[],
  languageId: number,
  cpg: string | null,
  override: string | undefined,
): EncodingEvidence & { doubted: string | null } {
  if (override !== undefined) {
    return { encoding: requestedEncoding(override), from: 'override', doubted: null };
  }
  const said: [EncodingEvidence['from'], string | null][] = [
    ['cpg', cpg === null ? null : encodingLabel(cpg)],
    ['languageId', languageIds[languageId] ?? null],
  ];
  const bytes = joined(samples);
  let doubted: string | null = null;
  for (const [from, encoding] of said) {
    if (encoding === null) continue;
    const isOther = isChineseOtherThan(encoding, samples, bytes);
    if (!isOther && share(samples, encoding) > 0.99) return { encoding, from, doubted };
    doubted ??= encoding;
  }
  const chinese = looksUnchinese(bytes)
    ? []
    : looksLikeBig5(bytes)
      ? ['big5', 'gb18030']
      : ['gb18030', 'big5'];
  const text = decodeStrictly(bytes, 'utf-8');
  const isUtf8 = text === null || !isAccidentalUtf8(text, bytes);
  const encoding =
    [...(isUtf8 ? ['utf-8'] : []), ...chinese].find((one) => share(samples, one) > 0.99) ??
    (doubted && share(samples, doubted) > 0.9 ? doubted : 'windows-1252');
  return { encoding, from: 'bytes', doubted };
}
