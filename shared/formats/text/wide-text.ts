export type WideEncoding = 'utf-16le' | 'utf-16be';

/** Bytes looked at where no mark stands at the beginning. */
const sampleBytes = 8000;

/** A text has no control characters but tabs and line ends, and none of the signs that are no characters. */
function isText(sample: Uint8Array, encoding: WideEncoding): boolean {
  // A character of four bytes may be cut in the middle by the end of the sample.
  const text = new TextDecoder(encoding).decode(sample).replace(/\ufffd$/, '');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\u0000-\u0008\u000e-\u001f\u0080-\u009f\ue000-\uf8ff\ufffd\ufffe\uffff]/.test(text);
}

/**
 * The order of bytes of a text in UTF-16: by its mark, or without one by the nought that every
 * delimiter, digit and line end has in its upper byte. Null for any other text, and for no text.
 */
export function wideEncodingOf(bytes: Uint8Array): WideEncoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(sampleBytes, bytes.length) & ~1);
  const noughts: [upperFirst: number, lowerFirst: number] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] === 0) noughts[(at & 1) as 0 | 1] += 1;
  }
  // Some ideographs, such as 一, end in a nought themselves.
  const encoding = noughts[1] > noughts[0] ? 'utf-16le' : 'utf-16be';
  const most = Math.max(...noughts);
  if (most < 2 || 40 * most < sample.length || 4 * Math.min(...noughts) > most) return null;
  return isText(sample, encoding) ? encoding : null;
}
