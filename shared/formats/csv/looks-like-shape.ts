import { looksLikeWkt } from '#shared/formats/wkt/read-wkt.ts';

/** Well-known binary in hexadecimal digits: the order of the bytes, and a type of geometry. */
const hexadecimal = /^\s*(0[01])[0-9a-f]{8}/i;

/** Whether a cell that begins with such bytes holds a shape, which may be longer than any text. */
export function looksLikeShape(bytes: Uint8Array): boolean {
  let head = '';
  for (const byte of bytes) head += String.fromCharCode(byte);
  const text = head.replace(/^"/, '');
  return looksLikeWkt(text) || hexadecimal.test(text);
}
