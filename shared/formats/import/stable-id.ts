const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** MurmurHash3 x86 32-bit (Austin Appleby, public domain) over UTF-16 units, one unit a block. */
function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    const block = rotate(Math.imul(text.charCodeAt(index), 0xcc9e2d51), 15);
    hash = rotate(hash ^ Math.imul(block, 0x1b873593), 13);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  return finish(hash ^ text.length);
}

/**
 * A UUID (version 8, RFC 9562 section 5.8) that depends on `text` alone, so that importing a list
 * again finds the records that it brought before. It is no secret and no proof of anything.
 */
export function stableId(text: string): string {
  const words = [0x9747b28c, 0x3c6ef372, 0x1b56c4e9, 0x7feb352d].map((seed) => hash32(text, seed));
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
