/**
 * A text, or the part of one that a cell is, as UTF-8: from a byte to the one behind its last. Half a
 * surrogate pair, which a string may hold, takes three bytes like any sign below U+10000.
 */
export interface TextPart {
  bytes: Uint8Array;
  from: number;
  to: number;
}

export const emptyPart = (): TextPart => ({ bytes: new Uint8Array(), from: 0, to: 0 });

/**
 * Writes the UTF-16 units of a part into `units` from place `at` on, where there must be room for as
 * many as the part has bytes. Answers the place behind the last.
 */
export function writeUnits({ bytes, from, to }: TextPart, units: Uint16Array, at: number): number {
  let end = at;
  for (let next = from; next < to; ) {
    const lead = bytes[next] as number;
    if (lead < 0x80) {
      units[end] = lead;
      next += 1;
    } else if (lead < 0xe0) {
      units[end] = ((lead & 0x1f) << 6) | ((bytes[next + 1] as number) & 0x3f);
      next += 2;
    } else {
      const low =
        (((bytes[next + 1] as number) & 0x3f) << 6) | ((bytes[next + 2] as number) & 0x3f);
      if (lead < 0xf0) {
        units[end] = ((lead & 0xf) << 12) | low;
        next += 3;
      } else {
        const over =
          (((lead & 7) << 18) | (low << 6) | ((bytes[next + 3] as number) & 0x3f)) - 0x10000;
        units[end] = 0xd800 | (over >>> 10);
        end += 1;
        units[end] = 0xdc00 | (over & 0x3ff);
        next += 4;
      }
    }
    end += 1;
  }
  return end;
}

/** UTF-16 units of a part: the length that it has as a string. */
export function unitCount({ bytes, from, to }: TextPart): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) !== 0x80) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}

/** So many units make a string at once; more would not fit on the stack of a call. */
const unitsAtOnce = 8192;

/** The string of UTF-16 units. */
export function textOfUnits(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += unitsAtOnce) {
    text += String.fromCharCode(...units.subarray(from, from + unitsAtOnce));
  }
  return text;
}

/** Texts up to so many bytes are put together here, where a decoder would need longer to be called. */
const shortBytes = 48;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The string of a part. */
export function textOfPart(part: TextPart): string {
  const { bytes, from, to } = part;
  if (to - from > shortBytes) {
    try {
      return decoder.decode(bytes.subarray(from, to));
    } catch {
      // Half a surrogate pair is no UTF-8.
    }
  }
  const units = new Uint16Array(to - from);
  return textOfUnits(units.subarray(0, writeUnits(part, units, 0)));
}

/** A string as a part of its own. */
export function partOfText(text: string): TextPart {
  const bytes = new Uint8Array(3 * text.length);
  let to = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) as number;
    if (code < 0x80) {
      bytes[to] = code;
      to += 1;
      continue;
    }
    if (code < 0x800) {
      bytes[to] = 0xc0 | (code >>> 6);
    } else {
      if (code < 0x10000) bytes[to] = 0xe0 | (code >>> 12);
      else {
        bytes[to] = 0xf0 | (code >>> 18);
        to += 1;
        bytes[to] = 0x80 | ((code >>> 12) & 0x3f);
        at += 1;
      }
      to += 1;
      bytes[to] = 0x80 | ((code >>> 6) & 0x3f);
    }
    bytes[to + 1] = 0x80 | (code & 0x3f);
    to += 2;
  }
  return { bytes, from: 0, to };
}

/** Whether two parts are the same text. */
export function sameText(a: TextPart, b: TextPart): boolean {
  const length = a.to - a.from;
  if (b.to - b.from !== length) return false;
  for (let at = 0; at < length; at += 1) {
    if (a.bytes[a.from + at] !== b.bytes[b.from + at]) return false;
  }
  return true;
}
