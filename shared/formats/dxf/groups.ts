import { FormatError } from '#shared/formats/format-error.ts';

/** One pair of a DXF file: a code that says what the value is, and the value. */
export interface Group {
  code: number;
  value: string;
  /** Line of the code in the file, from 1. */
  line: number;
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
    if (code !== 999) yield { code, value: value.trim(), line };
    line += 2;
  }
}

/** A thing of a drawing with its pairs in order. */
export interface DxfThing {
  kind: string;
  groups: Group[];
}

export function textOf(thing: DxfThing, code: number): string {
  return thing.groups.find((group) => group.code === code)?.value ?? '';
}

/** A number of a thing; `otherwise` when it has none. NaN when it is no number. */
export function numberOf(thing: DxfThing, code: number, otherwise = 0): number {
  const value = thing.groups.find((group) => group.code === code)?.value;
  return value === undefined ? otherwise : Number(value);
}
