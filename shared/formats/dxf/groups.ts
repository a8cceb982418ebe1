import { FormatError } from '#shared/formats/format-error.ts';

/** One pair of a DXF file: a code that says what the value is, and the value. */
export interface Group {
  code: number;
  value: string;
  /** Line of the code in the file, from 1. */
  line: number;
}

/** Signs that a drawing's own encoding lacks: `\U+4E1C` by number, `\M+5B6AB` by the bytes of GBK. */
function unescapeSigns(value: string): string {
  if (!value.includes('\\')) return value;
  return value
    .replace(/\\U\+([0-9A-F]{4})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/\\M\+5([0-9A-F]{2})([0-9A-F]{2})/gi, (_, high: string, low: string) =>
      new TextDecoder('gb18030').decode(
        Uint8Array.of(Number.parseInt(high, 16), Number.parseInt(low, 16)),
      ),
    );
}

/**
 * The pairs of a DXF text, which stand on two lines each. Comments are left out.
 * @throws FormatError naming the line where the pairs break off
 */
export function* readGroups(text: string): Generator<Group> {
  let at = 0;
  let line = 1;
  const next = (): string | null => {
    if (at > text.length) return null;
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const found = text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
    at = end + 1;
    return found;
  };
  for (;;) {
    const head = next();
    if (head === null || (head.trim() === '' && at > text.length)) return;
    const code = Number(head.trim());
    if (head.trim() === '' || !Number.isInteger(code) || code < -5 || code > 1071) {
      throw new FormatError('format.dxf.badCode', { line });
    }
    const value = next();
    if (value === null) throw new FormatError('format.dxf.cut', { line });
    if (code !== 999) yield { code, value: unescapeSigns(value.trim()), line };
    line += 2;
  }
}

/** A thing of a drawing with its pairs in order. */
export interface DxfThing {
  kind: string;
  groups: Group[];
}

/** A value of a thing itself, not of the vertices behind it. */
function valueOf({ groups }: DxfThing, code: number): string | undefined {
  for (const group of groups) {
    if (group.code === code) return group.value;
    if (group.code === 0) return undefined;
  }
  return undefined;
}

export function textOf(thing: DxfThing, code: number): string {
  return valueOf(thing, code) ?? '';
}

/** A number of a thing; `otherwise` when it has none. NaN when it is no number. */
export function numberOf(thing: DxfThing, code: number, otherwise = 0): number {
  const value = valueOf(thing, code);
  return value === undefined ? otherwise : Number(value);
}
