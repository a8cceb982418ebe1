type Bytes = Uint8Array<ArrayBuffer>;
type Random = () => number;

/** Numbers that readers trip over, as they stand in binary files. */
const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** Pieces that readers trip over, as they stand in texts. */
const pieces = [
  'NaN',
  'Infinity',
  '1e999',
  '-1',
  '999999999999',
  '\u0000',
  '"',
  "'",
  '<',
  '&x;',
  ']]>',
  '<!--',
  '{',
  '}',
  '[',
  ']',
  ',',
  '\n',
  '\r\n',
  '\ufeff',
  '__proto__',
  '((((((((',
  'EMPTY',
  '%',
  '\\',
  '0\nEOF\n',
  '\ud83d\ude00',
  '海',
];

const at = (random: Random, length: number) => Math.floor(random() * length);

function joined(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

const mutations: ((bytes: Bytes, random: Random) => Bytes)[] = [
  // Flip bits here and there.
  (bytes, random) => {
    const copy = bytes.slice();
    for (let i = 0; i <= at(random, 8); i++) copy[at(random, copy.length)]! ^= 1 << at(random, 8);
    return copy;
  },
  // Cut the end, or the beginning.
  (bytes, random) => bytes.slice(0, at(random, bytes.length)),
  (bytes, random) => bytes.slice(at(random, Math.min(64, bytes.length))),
  // Leave out, repeat, or blank a stretch.
  (bytes, random) => {
    const from = at(random, bytes.length);
    return joined(bytes.subarray(0, from), bytes.subarray(from + at(random, 64)));
  },
  (bytes, random) => {
    const from = at(random, bytes.length);
    const piece = bytes.subarray(from, from + 1 + at(random, 200));
    const copies = Array.from({ length: 1 + at(random, 20) }, () => piece);
    return joined(bytes.subarray(0, from), ...copies, bytes.subarray(from));
  },
  (bytes, random) => {
    const from = at(random, bytes.length);
    return bytes.slice().fill(at(random, 256), from, from + 1 + at(random, 32));
  },
  // Put an extreme number in, in either order of bytes.
  (bytes, random) => {
    const copy = bytes.slice();
    if (copy.length < 8) return copy;
    const view = new DataView(copy.buffer);
    const value = extremes[at(random, extremes.length)] ?? 0;
    // Counts and lengths stand at the beginning.
    const reach = random() < 0.5 ? Math.min(200, copy.length - 4) : copy.length - 4;
    view.setUint32(at(random, reach), value, random() < 0.5);
    return copy;
  },
  (bytes, random) => {
    const copy = bytes.slice();
    if (copy.length < 16) return copy;
    const value = [Number.NaN, Infinity, 1e308, -1e-308][at(random, 4)] ?? 0;
    new DataView(copy.buffer).setFloat64(at(random, copy.length - 8), value, random() < 0.5);
    return copy;
  },
  // Put a piece of text in.
  (bytes, random) => {
    const piece = new TextEncoder().encode(pieces[at(random, pieces.length)]);
    const from = at(random, bytes.length);
    return joined(
      bytes.subarray(0, from),
      piece,
      bytes.subarray(from + at(random, 2) * piece.length),
    );
  },
];

/** A damaged copy of a file: one to three mutations, the same for the same numbers. */
export function mutate(bytes: Bytes, random: Random): Bytes {
  let mutated = bytes;
  for (let i = 0; i <= at(random, 3); i++) {
    const mutation = mutations[at(random, mutations.length)];
    if (mutation && mutated.length > 0) mutated = mutation(mutated, random);
  }
  return mutated;
}
