import { type PDFContext, type PDFRef, PDFString } from '@cantoo/pdf-lib';

/** Two bytes of UTF-16 stand for themselves: 256 ranges of 256, as ranges may not cross a high byte. */
function toUnicodeMap(): string {
  const hex = (value: number) => value.toString(16).padStart(4, '0').toUpperCase();
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const first = hex(high << 8);
    return `<${first}> <${hex((high << 8) | 0xff)}> <${first}>`;
  });
  const blocks: string[] = [];
  for (let i = 0; i < ranges.length; i += 100) {
    const some = ranges.slice(i, i + 100);
    blocks.push(`${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/**
 * A font for text that is not painted: Adobe's Chinese standard font, which is not embedded, with
 * codes in UTF-16 (PDF 32000-1, 9.7.5.2). Nothing of it is ever seen, so no machine needs to have it.
 */
export function invisibleFont(context: PDFContext): PDFRef {
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'STSong-Light',
      Flags: 6,
      FontBBox: [-25, -254, 1000, 880],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 880,
      StemV: 93,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: 'STSong-Light',
      CIDSystemInfo: context.obj({
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of('GB1'),
        Supplement: 5,
      }),
      FontDescriptor: descriptor,
      DW: 1000,
      // The Latin letters of the collection, of which all are taken to be half as wide.
      W: [1, 95, 500],
    }),
  );
  const toUnicode = context.register(context.flateStream(toUnicodeMap()));
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'STSong-Light-UniGB-UTF16-H',
      Encoding: 'UniGB-UTF16-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    }),
  );
}

/** Width that the font gives a text, in units of its size; see `W` above. */
export function invisibleWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    width += code >= 0x20 && code <= 0x7e ? 0.5 : 1;
  }
  return width;
}
