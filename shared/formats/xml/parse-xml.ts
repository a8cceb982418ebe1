import type { SaxesParser, SaxesTagPlain } from 'saxes';
import { FormatError } from '#shared/formats/format-error.ts';
import type { Pause } from '#shared/formats/source/turns.ts';
import { limits } from '#shared/formats/limits.ts';
import { withBareAmpersands } from './bare-ampersands.ts';

/** What a reader wants to know of an XML text as it goes by; names come without prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Elements within each other; formats nest a dozen, folders of folders some more. */
const deepest = 4 * limits.depth;
/** Characters handed to the parser at once, so that no text is kept twice. */
const piece = 1 << 18;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function badAt(parser: SaxesParser, linesBefore: number): FormatError {
  const line = parser.line + linesBefore;
  return new FormatError('format.xml.at', { line, column: parser.column });
}

/**
 * Reads an XML text. Nothing outside it is ever fetched, and entities other than the five of XML
 * itself are refused (saxes knows no others), so that none can be expanded.
 * @throws FormatError naming the line where it is broken
 */
export async function parseXml(text: string, handlers: XmlHandlers, pause?: Pause): Promise<void> {
  // Nothing may stand before a declaration, but some programs leave lines there.
  const xml = withBareAmpersands(text.trimStart());
  const linesBefore = text.slice(0, text.length - text.trimStart().length).split('\n').length - 1;
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('error', () => {
    throw badAt(parser, linesBefore);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new FormatError('format.xml.entities');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > deepest) throw new FormatError('format.tooDeep', { limit: deepest });
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('text', (part) => handlers.text?.(part));
  parser.on('cdata', (part) => handlers.text?.(part));
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  for (let at = 0; at < xml.length; at += piece) {
    await pause?.();
    parser.write(xml.slice(at, at + piece));
  }
  parser.close();
}

/** Encoding that an XML declaration names; null when there is none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  let head = '';
  for (const byte of bytes.subarray(0, 200)) head += String.fromCharCode(byte);
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head)?.[1] ?? null;
}
