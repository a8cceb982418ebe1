import { describe, expect, it } from 'vitest';
import { findDbfEncoding } from '#shared/formats/shapefile/dbf-encoding.ts';
import { encodeText } from '#shared/formats/text/encode-text.ts';

type Samples = { bytes: Uint8Array; full: boolean }[];
const inUtf8 = (...texts: string[]): Samples =>
  texts.map((text) => ({ bytes: new TextEncoder().encode(text), full: false }));
const inGbk = (...texts: string[]): Samples =>
  texts.map((text) => ({ bytes: encodeText(text, 'gb18030').bytes, full: false }));
/** 臺北市, 國語, 高雄. */
const big5: Samples = [
  [0xbb, 0x4f, 0xa5, 0x5f, 0xa5, 0xab],
  [0xb0, 0xea, 0xbb, 0x79],
  [0xb0, 0xaa, 0xb6, 0xaf],
].map((bytes) => ({ bytes: Uint8Array.from(bytes), full: false }));
const cyrillic: Samples = [
  // Привет in windows-1251.
  { bytes: Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2), full: false },
];
const gbkId = 0x4d;

describe('the encoding of a .dbf whose bytes contradict what the file says', () => {
  it.each([
    ['GBK called Latin', inGbk('学院路', '中关村'), 0, 'ISO-8859-1', 'gb18030'],
    ['GBK called Windows 1252', inGbk('清河街道'), 0, '1252', 'gb18030'],
    ['UTF-8 of even length called GBK by its .cpg', inUtf8('清河', '上地'), 0, 'GBK', 'utf-8'],
    ['UTF-8 called GBK by its language id', inUtf8('清河', '西三旗街'), gbkId, null, 'utf-8'],
    ['GBK called UTF-8', inGbk('学院路', '清河'), 0, 'UTF-8', 'gb18030'],
    ['Big5 called GBK by its language id', big5, gbkId, null, 'big5'],
    ['GBK called Big5', inGbk('学院路', '中关村', '北太平庄'), 0, 'BIG5', 'gb18030'],
  ])('goes by the bytes: %s', (_, samples, languageId, cpg, encoding) => {
    const found = findDbfEncoding(samples, languageId, cpg, undefined);
    expect(found).toMatchObject({ encoding, from: 'bytes' });
    expect(found.doubted).not.toBeNull();
  });

  it.each([
    ['GBK', inGbk('学院路', '㙟村', '国語'), gbkId, null, 'gb18030'],
    ['Big5', big5, 0, 'big5', 'big5'],
    ['UTF-8', inUtf8('清河', 'é'), 0, 'UTF-8', 'utf-8'],
    [
      'Latin',
      [{ bytes: Uint8Array.of(0x43, 0x61, 0x66, 0xe9), full: false }],
      0,
      '88591',
      'windows-1252',
    ],
    ['Cyrillic', cyrillic, 0, 'windows-1251', 'windows-1251'],
  ])(
    'is what the file says where the bytes bear it out: %s',
    (_, samples, languageId, cpg, encoding) => {
      expect(findDbfEncoding(samples, languageId, cpg, undefined)).toMatchObject({
        encoding,
        doubted: null,
      });
    },
  );
});
