const isTrail = (byte: number) => (byte & 0xc0) === 0x80;

/**
 * Bytes of the sign that begins at `at` with a byte beyond ASCII, as UTF-8 allows it (RFC 3629: none
 * longer than it need be, no halves of surrogate pairs); 0 when it is none, or does not end before `to`.
 */
export function signLength(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at] as number;
  if (lead < 0xc2 || lead > 0xf4 || at + 1 >= to) return 0;
  const second = bytes[at + 1] as number;
  if (!isTrail(second)) return 0;
  if (lead < 0xe0) return 2;
  if (at + 2 >= to || !isTrail(bytes[at + 2] as number)) return 0;
  if (lead < 0xf0) {
    if (lead === 0xe0) return second < 0xa0 ? 0 : 3;
    return lead === 0xed && second > 0x9f ? 0 : 3;
  }
  if (at + 3 >= to || !isTrail(bytes[at + 3] as number)) return 0;
  if (lead === 0xf0) return second < 0x90 ? 0 : 4;
  return lead === 0xf4 && second > 0x8f ? 0 : 4;
}

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
