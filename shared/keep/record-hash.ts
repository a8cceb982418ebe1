/** Hash of a record: two words of 32 bits, mixed apart from each other. */
export type RecordHash = readonly [number, number];

/** What stands before each value, so that no two different values are the same sequence of words. */
const tag = {
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  text: 5,
  list: 6,
  bytes: 7,
  object: 8,
  other: 9,
};

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);

let first = 0;
let second = 0;
let words = 0;

/** Takes up one word: the step of MurmurHash3 (32 bits), once with its constants and once with those of xxHash. */
function word(value: number): void {
  let a = Math.imul(value, 0xcc9e2d51);
  a = Math.imul((a << 15) | (a >>> 17), 0x1b873593);
  first ^= a;
  first = (Math.imul((first << 13) | (first >>> 19), 5) + 0xe6546b64) | 0;
  let b = Math.imul(value, 0x85ebca77);
  b = Math.imul((b << 16) | (b >>> 16), 0x9e3779b1);
  second ^= b;
  second = (Math.imul((second << 11) | (second >>> 21), 9) + 0x27d4eb2f) | 0;
  words += 1;
}

/** The last step of MurmurHash3, by which every bit of a sum depends on every bit of its parts. */
function mixed(hash: number): number {
  let mix = hash ^ words;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

function text(value: string): void {
  word(tag.text);
  word(value.length);
  let i = 0;
  for (; i + 1 < value.length; i += 2) word(value.charCodeAt(i) | (value.charCodeAt(i + 1) << 16));
  if (i < value.length) word(value.charCodeAt(i));
}

/** {@link word} for each of many: what is no variable of the function itself is kept on the heap, ten times as slow. */
function takeColumn(column: Uint32Array): void {
  const { length } = column;
  let [one, two] = [first, second];
  for (let i = 0; i < length; i++) {
    const value = column[i] as number;
    let a = Math.imul(value, 0xcc9e2d51);
    a = Math.imul((a << 15) | (a >>> 17), 0x1b873593);
    one ^= a;
    one = (Math.imul((one << 13) | (one >>> 19), 5) + 0xe6546b64) | 0;
    let b = Math.imul(value, 0x85ebca77);
    b = Math.imul((b << 16) | (b >>> 16), 0x9e3779b1);
    two ^= b;
    two = (Math.imul((two << 11) | (two >>> 21), 9) + 0x27d4eb2f) | 0;
  }
  first = one;
  second = two;
  words += length;
}

function bytes(view: ArrayBufferView): void {
  const { buffer, byteOffset, byteLength } = view;
  word(tag.bytes);
  word(byteLength);
  const whole = byteLength >>> 2;
  const isAligned = byteOffset % 4 === 0;
  const from = isAligned ? byteOffset : 0;
  const source = isAligned ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  takeColumn(new Uint32Array(source, from, whole));
  const rest = new Uint8Array(source, from + whole * 4, byteLength - whole * 4);
  for (const one of rest) word(one);
}

function object(value: Record<string, unknown>): void {
  word(tag.object);
  for (const key of Object.keys(value).sort()) {
    const one = value[key];
    if (one === undefined) continue;
    text(key);
    take(one);
  }
  word(tag.object);
}

function take(value: unknown): void {
  if (typeof value === 'number') {
    number[0] = value;
    word(tag.number);
    word(halves[0] as number);
    word(halves[1] as number);
  } else if (typeof value === 'string') {
    text(value);
  } else if (Array.isArray(value)) {
    word(tag.list);
    word(value.length);
    for (const one of value) take(one);
  } else if (value === null || value === undefined) {
    word(tag.null);
  } else if (typeof value === 'boolean') {
    word(value ? tag.true : tag.false);
  } else if (ArrayBuffer.isView(value)) {
    bytes(value);
  } else if (typeof value === 'object') {
    object(value as Record<string, unknown>);
  } else {
    word(tag.other);
  }
}

/**
 * Hash of a value as the database holds it: objects by their fields in order of their names, those that are
 * undefined left out; numbers as the 64 bits of a double, texts as UTF-16, typed arrays as their bytes in
 * this machine's order. It tells damage from what was stored, on the machine that stored it; it is no proof
 * against somebody who means to deceive.
 */
export function hashRecord(value: unknown): RecordHash {
  first = 0x2f0b4c47;
  second = 0x165667b1;
  words = 0;
  take(value);
  return [mixed(first), mixed(second)];
}
