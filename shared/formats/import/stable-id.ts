const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * MurmurHash3 x86 32-bit (Austin Appleby, public domain) over UTF-16 units, one unit a block, from each
 * of four seeds at once.
 */
function hashes(text: string): [number, number, number, number] {
  let [a, b, c, d] = [0x9747b28c, 0x3c6ef372, 0x1b56c4e9, 0x7feb352d];
  for (let index = 0; index < text.length; index += 1) {
    const unit = rotate(Math.imul(text.charCodeAt(index), 0xcc9e2d51), 15);
    const block = Math.imul(unit, 0x1b873593);
    a = (Math.imul(rotate(a ^ block, 13), 5) + 0xe6546b64) | 0;
    b = (Math.imul(rotate(b ^ block, 13), 5) + 0xe6546b64) | 0;
    c = (Math.imul(rotate(c ^ block, 13), 5) + 0xe6546b64) | 0;
    d = (Math.imul(rotate(d ^ block, 13), 5) + 0xe6546b64) | 0;
  }
  const { length } = text;
  return [finish(a ^ length), finish(b ^ length), finish(c ^ length), finish(d ^ length)];
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex32(word: number): string {
  const at = (shift: number) => hexOfByte[(word >>> shift) & 0xff] as string;
  return at(24) + at(16) + at(8) + at(0);
}

/**
 * A UUID (version 8, RFC 9562 section 5.8) that depends on `text` alone, so that importing a list
 * again finds the records that it brought before. It is no secret and no proof of anything.
 */
export function stableId(text: string): string {
  const [a, b, c, d] = hashes(text);
  const second = hex32(b);
  // Version 8 and the variant of RFC 9562 in their places.
  const third = hex32(((c & 0x3fffffff) | 0x80000000) >>> 0);
  return `${hex32(a)}-${second.slice(0, 4)}-8${second.slice(5)}-${third.slice(0, 4)}-${third.slice(4)}${hex32(d)}`;
}
