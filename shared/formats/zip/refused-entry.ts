const entryMark = 0x02014b50;
const endMark = 0x06054b50;
const endBytes = 22;
const longestComment = 0xffff;
/** Ways of packing that are unpacked: not at all, and deflate. */
const methods = new Set([0, 8]);

/** Where the directory at the end of a zip begins; null when it has none, or lies beyond 4 GB. */
function directoryAt(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue;
    const start = view.getUint32(at + 16, true);
    return start < at ? start : null;
  }
  return null;
}

/**
 * Why the entries of a zip cannot be unpacked although nothing is damaged, as a key under
 * `format.zip`: a password, or a way of packing that only some programs know. Null when none of this is so.
 */
export function refusalOfEntries(bytes: Uint8Array): 'encrypted' | 'otherMethod' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = directoryAt(view);
  let refusal: 'otherMethod' | null = null;
  while (at !== null && at + 46 <= view.byteLength && view.getUint32(at, true) === entryMark) {
    if ((view.getUint16(at + 8, true) & 1) !== 0) return 'encrypted';
    if (!methods.has(view.getUint16(at + 10, true))) refusal = 'otherMethod';
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return refusal;
}
