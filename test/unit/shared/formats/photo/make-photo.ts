/** Values of one kind in a directory of TIFF: texts, words, fractions. */
export type Entry = [tag: number, type: 2 | 4 | 5, values: readonly number[] | string];

/** A directory of TIFF (big-endian) that begins at `start`, with its values behind it. */
function directory(entries: readonly Entry[], start: number): Uint8Array {
  const head = 2 + 12 * entries.length + 4;
  const parts = entries.map(([, type, values]) => {
    const numbers = typeof values === 'string' ? [...new TextEncoder().encode(values), 0] : values;
    const size = type === 2 ? 1 : 4;
    const bytes = new Uint8Array(numbers.length * size);
    const view = new DataView(bytes.buffer);
    numbers.forEach((value, i) =>
      size === 1 ? view.setUint8(i, value) : view.setUint32(4 * i, value),
    );
    return bytes;
  });
  const bytes = new Uint8Array(
    head + parts.reduce((sum, { length }) => sum + Math.max(4, length), 0),
  );
  const view = new DataView(bytes.buffer);
  view.setUint16(0, entries.length);
  let at = head;
  entries.forEach(([tag, type], i) => {
    const part = parts[i] as Uint8Array;
    const entry = 2 + 12 * i;
    view.setUint16(entry, tag);
    view.setUint16(entry + 2, type);
    view.setUint32(entry + 4, type === 2 ? part.length : part.length / (type === 5 ? 8 : 4));
    if (part.length <= 4) bytes.set(part, entry + 8);
    else {
      view.setUint32(entry + 8, start + at);
      bytes.set(part, at);
      at += part.length;
    }
  });
  return bytes.slice(0, at);
}

/** Degrees, minutes and seconds as the fractions of EXIF. */
const sexagesimal = (value: number) => {
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 10_000);
  return [whole, 1, minutes, 1, seconds, 10_000];
};

/** The tags of a place; the sides of the equator and of Greenwich may be left out, as some phones do. */
export function gpsTags([x, y]: [number, number], hasSides = true): Entry[] {
  return [
    ...(hasSides ? [[1, 2, y < 0 ? 'S' : 'N'] as Entry] : []),
    [2, 5, sexagesimal(Math.abs(y))],
    ...(hasSides ? [[3, 2, x < 0 ? 'W' : 'E'] as Entry] : []),
    [4, 5, sexagesimal(Math.abs(x))],
  ];
}

/** A JPEG without a picture, but with what a phone says about where and when it was taken. */
export function makePhoto(
  place: [number, number] | readonly Entry[] | null,
  taken: string | null,
): Uint8Array<ArrayBuffer> {
  const isPosition = (one: readonly unknown[]): one is [number, number] =>
    typeof one[0] === 'number';
  const gps = place === null ? [] : isPosition(place) ? gpsTags(place) : place;
  const first: Entry[] = [
    ...(taken === null ? [] : [[0x0132, 2, taken] as Entry]),
    [0x8825, 4, [0]],
  ];
  const size = directory(first, 8).length;
  first[first.length - 1] = [0x8825, 4, [8 + size]];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, ...directory(first, 8), ...directory(gps, 8 + size)];
  const body = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
  const length = body.length + 2;
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 0xff, ...body, 0xff, 0xd9]);
}
