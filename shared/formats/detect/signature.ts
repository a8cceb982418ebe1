/** What the first bytes of a file say it is. */
export type Signature =
  | 'zip'
  | 'geopackage'
  | 'flatgeobuf'
  | 'shapefile'
  | 'photo'
  | 'xls'
  | 'pdf'
  | 'archive'
  | 'dwg'
  | 'dxfBinary'
  | 'ovobj'
  | 'media';

const ascii = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0));

const signatures: readonly (readonly [Signature, readonly number[], number?])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['geopackage', ascii('SQLite format 3\0')],
  ['flatgeobuf', [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]],
  ['shapefile', [0x00, 0x00, 0x27, 0x0a]],
  ['photo', [0xff, 0xd8, 0xff]],
  ['photo', [0x89, 0x50, 0x4e, 0x47]],
  ['photo', ascii('ftyphe'), 4],
  ['photo', ascii('ftypmif1'), 4],
  ['photo', ascii('ftypmsf1'), 4],
  ['photo', ascii('ftypavif'), 4],
  ['photo', ascii('ftypavis'), 4],
  ['photo', ascii('WEBP'), 8],
  ['photo', [0x49, 0x49, 0x2a, 0x00]],
  ['photo', [0x4d, 0x4d, 0x00, 0x2a]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', ascii('%PDF-')],
  ['archive', ascii('Rar!')],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b]],
  ['archive', ascii('BZh')],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['dwg', ascii('AC10')],
  ['dxfBinary', ascii('AutoCAD Binary DXF')],
  ['ovobj', ascii('OviO')],
  ['media', ascii('ftyp'), 4],
  ['media', ascii('ID3')],
  ['media', ascii('OggS')],
  ['media', [0x4d, 0x5a]],
  ['media', [0x7f, 0x45, 0x4c, 0x46]],
];

/** The signature that bytes begin with; null when they have none that we know, as texts do. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  for (const [signature, mark, at = 0] of signatures) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return signature;
  }
  return null;
}
