/** The first bytes of a text in UTF-8, cut before the sign with which it would pass `most` UTF-16 units. */
export function firstUnits(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  let units = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) === 0x80) continue;
    units += byte >= 0xf0 ? 2 : 1;
    if (units > most) return bytes.subarray(0, at);
  }
  return bytes;
}
