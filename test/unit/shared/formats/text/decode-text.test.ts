import { describe, expect, it } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { decodeText } from '#shared/formats/text/decode-text.ts';

const utf8 = new TextEncoder();
/** 海淀区 in GBK. */
const gbk = Uint8Array.of(0xba, 0xa3, 0xb5, 0xed, 0xc7, 0xf8);

function keyOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof FormatError) return error.key;
    throw error;
  }
  return 'nothing thrown';
}

describe('decodeText', () => {
  it('takes UTF-8 with and without a byte order mark, which it drops', () => {
    expect(decodeText(utf8.encode('海淀区'))).toMatchObject({ text: '海淀区', encoding: 'utf-8' });
    expect(decodeText(utf8.encode('\ufeff海淀区')).text).toBe('海淀区');
  });

  it('falls back to GB18030 on bytes that are no UTF-8', () => {
    expect(decodeText(gbk)).toMatchObject({ text: '海淀区', encoding: 'gb18030' });
  });

  it('reads UTF-16 of either byte order by its mark', () => {
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x77, 0x6d)).text).toBe('海');
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0x6d, 0x77)).text).toBe('海');
  });

  it('says what is wrong with what is no text', () => {
    expect(keyOf(() => decodeText(new Uint8Array()))).toBe('format.empty');
    expect(keyOf(() => decodeText(Uint8Array.of(0x50, 0x4b, 3, 4, 20)))).toBe('format.isZip');
    expect(keyOf(() => decodeText(Uint8Array.of(0x61, 0, 0x62)))).toBe('format.notText');
    expect(keyOf(() => decodeText(Uint8Array.of(0xff, 0xff, 0xff)))).toBe('format.unknownEncoding');
  });

  it('tells Big5 from GBK by the blocks that characters lie in', () => {
    // 國語 and 繁體 in Big5.
    const big5 = Uint8Array.of(0xb0, 0xea, 0xbb, 0x79, 0xc1, 0x63, 0xc5, 0xe9);
    expect(decodeText(big5)).toMatchObject({ text: '國語繁體', encoding: 'big5' });
    expect(decodeText(gbk, 'GB2312')).toMatchObject({ encoding: 'gb18030', from: 'override' });
    expect(keyOf(() => decodeText(gbk, 'klingon'))).toBe('format.badEncoding');
  });

  it('takes GBK that is valid UTF-8 by chance for what it is', () => {
    // 学院路, which UTF-8 reads as ѧԺ·.
    const road = Uint8Array.of(0xd1, 0xa7, 0xd4, 0xba, 0xc2, 0xb7);
    expect(decodeText(road)).toMatchObject({ text: '学院路', encoding: 'gb18030' });
    for (const text of ['Café Ä', 'Привет', 'Ελλάδα', 'Ärger – 3 €', '学院路 é', 'ünïcödé · ß']) {
      expect(decodeText(utf8.encode(text))).toMatchObject({ text, encoding: 'utf-8' });
    }
  });

  it('counts a damaged character in a long text instead of refusing it', () => {
    const bytes = utf8.encode('海淀区'.repeat(400));
    bytes[601] = 0xff;
    const { text, encoding, garbled } = decodeText(bytes);
    expect([encoding, garbled, text.length]).toEqual(['utf-8', expect.any(Number), text.length]);
    expect(garbled).toBeGreaterThan(0);
    expect(garbled).toBeLessThan(4);
    expect(text.startsWith('海淀区')).toBe(true);
  });
});
