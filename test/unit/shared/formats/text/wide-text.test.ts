import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wideEncodingOf } from '#shared/formats/text/wide-text.ts';
import { readFiles } from '../read-fixture.ts';

/** A text in UTF-16, as spreadsheet programs save "Unicode text". */
function wide(text: string, isBig: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
  return bytes;
}

const points = '名称\t经度\t纬度\n一区东门\t116.3\t39.9\n市场𠮷\t116.31\t39.91\n';

describe('texts in UTF-16', () => {
  it.each([false, true])('are read with and without their mark (big-endian: %s)', async (isBig) => {
    for (const mark of ['', '\ufeff']) {
      const [layer] = await readFiles([{ name: 'a.txt', bytes: wide(mark + points, isBig) }]);
      expect(layer?.encoding?.encoding).toBe(isBig ? 'utf-16be' : 'utf-16le');
      expect(layer?.columns).toEqual(['名称', '经度', '纬度']);
      expect(layer?.rows).toHaveLength(2);
    }
  });

  it('are told from their bytes whatever Chinese stands in them', () => {
    const cell = fc.stringMatching(/^[\u4e00-\u9fa5a-z0-9（）、]{0,12}$/);
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2 });
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, isBig) => {
        const text = cells.map((row) => row.join(',')).join('\n');
        expect(wideEncodingOf(wide(text, isBig))).toBe(isBig ? 'utf-16be' : 'utf-16le');
      }),
    );
  });

  it('are not seen in texts of other encodings, nor in numbers', () => {
    expect(wideEncodingOf(new TextEncoder().encode(points))).toBeNull();
    expect(wideEncodingOf(new Uint8Array(64))).toBeNull();
    expect(
      wideEncodingOf(new Uint8Array(Int16Array.from({ length: 99 }, (_, i) => i).buffer)),
    ).toBeNull();
  });
});

describe('what fills a text up behind its end', () => {
  it('is left away: Ctrl Z and noughts', async () => {
    for (const filling of ['\u001a', '\0\0\0\0']) {
      const bytes = new TextEncoder().encode(`名称,经度\n东门,1\n${filling}`);
      const [layer] = await readFiles([{ name: 'a.csv', bytes }]);
      expect(layer?.rows).toHaveLength(1);
    }
  });
});
