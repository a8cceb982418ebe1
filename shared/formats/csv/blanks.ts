/** Blanks of three bytes that String.trim takes away, by the number that their bytes make. */
function isBlankOfThree(number: number): boolean {
  if (number >= 0xe28080 && number <= 0xe2808a) return true;
  return (
    number === 0xe38080 ||
    number === 0xe19a80 ||
    number === 0xe280a8 ||
    number === 0xe280a9 ||
    number === 0xe280af ||
    number === 0xe2819f ||
    number === 0xefbbbf
  );
}

function isBlankByte(byte: number): boolean {
  return byte === 0x20 || (byte >= 9 && byte <= 13);
}

function threeAt(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)
  );
}

/** Bytes of the blank (as String.trim takes them away) that begins at `from`, before `to`; 0 for none. */
export function blankAt(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to) return 0;
  const lead = bytes[from] as number;
  if (lead < 0x80) return isBlankByte(lead) ? 1 : 0;
  if (lead === 0xc2) return from + 1 < to && bytes[from + 1] === 0xa0 ? 2 : 0;
  return lead >= 0xe1 && from + 2 < to && isBlankOfThree(threeAt(bytes, from)) ? 3 : 0;
}

/** Bytes of the blank that ends before `to` and begins at `from` or later; 0 for none. */
export function blankBefore(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to) return 0;
  const last = bytes[to - 1] as number;
  if (last < 0x80) return isBlankByte(last) ? 1 : 0;
  if (last === 0xa0 && to - from >= 2 && bytes[to - 2] === 0xc2) return 2;
  return to - from >= 3 && isBlankOfThree(threeAt(bytes, to - 3)) ? 3 : 0;
}
