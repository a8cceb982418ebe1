/** How much of a text in two-byte characters the tables of either Chinese encoding explain. */
interface Pairs {
  /** In the block of GB 2312 that holds ideographs and symbols: both bytes over 0xA0. */
  simplified: number;
  /** In the block of Big5 that holds the common ideographs. */
  traditional: number;
  count: number;
}

function pairsOf(bytes: Uint8Array): Pairs {
  const pairs: Pairs = { simplified: 0, traditional: 0, count: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const trail = bytes[++i];
    if (trail === undefined) break;
    pairs.count += 1;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9))) {
      pairs.simplified += 1;
    }
    const isTrail = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
    if (isTrail && lead >= 0xa1 && lead <= 0xc6) pairs.traditional += 1;
  }
  return pairs;
}

/**
 * Whether bytes beyond ASCII look like no Chinese at all: single accented letters among others make
 * pairs that hardly any Chinese text has.
 */
export function looksUnchinese(bytes: Uint8Array): boolean {
  const { simplified, traditional, count } = pairsOf(bytes);
  return count > 1 && simplified < 0.25 * count && traditional < 0.25 * count;
}

/**
 * Whether bytes that are no UTF-8 look like Big5 rather than GBK. Nearly every character that a
 * Chinese text uses has both bytes over 0xA0 in GBK, while the second byte of Big5 lies under 0x7F
 * in four of ten.
 */
export function looksLikeBig5(bytes: Uint8Array): boolean {
  const { simplified, traditional, count } = pairsOf(bytes);
  return count > 0 && simplified < 0.85 * count && traditional > simplified;
}

/** Whether bytes are plainly Chinese in Big5, whatever a file calls its encoding. */
export function isPlainlyBig5(bytes: Uint8Array): boolean {
  const { simplified, traditional, count } = pairsOf(bytes);
  return count > 5 && simplified < 0.6 * count && traditional > 0.95 * count;
}

/**
 * Whether bytes are plainly Chinese in GBK, whatever a file calls its encoding: in texts of one byte a
 * character hardly ever two accented letters stand together.
 */
export function isPlainlyGbk(bytes: Uint8Array): boolean {
  const { simplified, count } = pairsOf(bytes);
  return count > 1 && simplified > 0.7 * count;
}
