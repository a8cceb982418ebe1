import { FormatError } from '#shared/formats/format-error.ts';

/** Which encoding a text is taken to be in, and why. */
export interface EncodingEvidence {
  /** Label of the WHATWG Encoding Standard, lower case. */
  encoding: string;
  /** What says so. */
  from: 'mark' | 'override' | 'cpg' | 'languageId' | 'declaration' | 'bytes';
}

/** Names in use outside the standard, reduced by {@link reduce}. */
const aliases: Record<string, string> = {
  utf8: 'utf-8',
  '65001': 'utf-8',
  cp65001: 'utf-8',
  '936': 'gb18030',
  cp936: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  '54936': 'gb18030',
  euccn: 'gb18030',
  '950': 'big5',
  cp950: 'big5',
  big5: 'big5',
  big5hkscs: 'big5',
  '932': 'shift_jis',
  cp932: 'shift_jis',
  sjis: 'shift_jis',
  shiftjis: 'shift_jis',
  '949': 'euc-kr',
  cp949: 'euc-kr',
  euckr: 'euc-kr',
  '874': 'windows-874',
  cp874: 'windows-874',
  win874: 'windows-874',
  koi8r: 'koi8-r',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  '88591': 'windows-1252',
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
  '88592': 'iso-8859-2',
  latin2: 'iso-8859-2',
};

/**
 * Whether an encoding has one byte for each character and accented letters beyond ASCII, so that any bytes are a
 * text in it; programs name one when nobody has told them.
 */
export function isWesternLatin(encoding: string): boolean {
  return /^(windows-125[0247]|iso-8859-([12349]|1[0345]))$/.test(encoding);
}

function reduce(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\b(ansi|oem|ldid|x|windows|ms)\b|[^a-z0-9]/g, '');
}

/** Label of the standard for an encoding's name, as people and programs write it; null if none. */
export function encodingLabel(name: string): string | null {
  const reduced = reduce(name);
  if (Object.hasOwn(aliases, reduced)) return aliases[reduced] as string;
  const windows = /^(?:cp|win)?(125[0-8])$/.exec(reduced);
  const label = windows ? `windows-${windows[1]}` : name.trim().toLowerCase();
  try {
    new TextDecoder(label);
    return label;
  } catch {
    return null;
  }
}

/** {@link encodingLabel} of what a user asks for. @throws FormatError when it is no encoding */
export function requestedEncoding(name: string): string {
  const label = encodingLabel(name);
  if (label === null) throw new FormatError('format.badEncoding', { name: name.slice(0, 40) });
  return label;
}

const decoders = new Map<string, TextDecoder>();

/** The text of some bytes; null when they are not in the encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding, { fatal: true });
    decoders.set(encoding, decoder);
  }
  try {
    const text = decoder.decode(bytes);
    // ICU maps what Big5 leaves undefined to private signs, instead of refusing it.
    return encoding === 'big5' && /[\ue000-\uf8ff]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
