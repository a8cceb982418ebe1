import { wideEncodingOf } from '#shared/formats/text/wide-text.ts';
import { withoutFilling } from '#shared/formats/text/without-filling.ts';
import { looksLikeWkt } from '#shared/formats/wkt/read-wkt.ts';

/** What the beginning of a text says it is; `plain` may be a table. */
export type TextKind =
  | 'geojson'
  | 'geojsonseq'
  | 'topojson'
  | 'kml'
  | 'dxf'
  | 'wkt'
  | 'html'
  | 'gml'
  | 'gpx'
  | 'xmlTable'
  | 'mapInfo'
  | 'otherXml'
  | 'plain'
  | 'binary';

/** Bytes looked at; the keys that tell TopoJSON stand at the top of the file or at its end. */
const headBytes = 65_536;
const tailBytes = 2000;

/**
 * The beginning of a text, as Latin-1 unless it is in UTF-16: enough for the words that matter here.
 * What fills a file up behind its text is no part of it.
 */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, headBytes);
  const wide = wideEncodingOf(bytes);
  let text = '';
  if (wide) text = new TextDecoder(wide).decode(head);
  else for (const byte of head) text += String.fromCharCode(byte);
  return withoutFilling(text)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
}

function tailOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(-tailBytes)) text += String.fromCharCode(byte);
  return text;
}

function jsonKind(head: string, bytes: Uint8Array): TextKind {
  if (head.startsWith('\u001e')) return 'geojsonseq';
  const isTopology = /"type"\s*:\s*"Topology"/;
  if (isTopology.test(head) || isTopology.test(tailOf(bytes))) return 'topojson';
  // One whole object on a line, and another on the next.
  const line = /^(\{[^\n]*\})\s*\r?\n\s*\{/.exec(head)?.[1];
  if (line !== undefined) {
    try {
      JSON.parse(line);
      return 'geojsonseq';
    } catch {
      return 'geojson';
    }
  }
  return 'geojson';
}

function xmlKind(head: string): TextKind {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(head.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  switch (root?.toLowerCase()) {
    case 'kml':
    case 'document':
    case 'folder':
    case 'placemark':
      return 'kml';
    case 'html':
      return 'html';
    case 'featurecollection':
      return 'gml';
    case 'gpx':
      return 'gpx';
    case 'workbook':
      return 'xmlTable';
    default:
      return /<!doctype html/i.test(head) ? 'html' : 'otherXml';
  }
}

/** Whether there are control characters that no text has. */
function hasControl(head: string): boolean {
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32 && code !== 0x1b && code !== 0x1e)) return true;
  }
  return false;
}

/** Whether a text begins with the first section of a drawing, with comments before it or without. */
function isDrawing(head: string): boolean {
  const lines = head.split('\n');
  let at = 0;
  while (lines[at]?.trim() === '999') at += 2;
  return lines[at]?.trim() === '0' && lines[at + 1]?.trim() === 'SECTION' && lines.length > at + 2;
}

/** What kind of text the bytes are, by how they begin. */
export function textKindOf(bytes: Uint8Array): TextKind {
  const head = headOf(bytes);
  const isJson = head.startsWith('{') || head.startsWith('\u001e');
  if (isJson) return jsonKind(head, bytes);
  if (head.startsWith('<')) return xmlKind(head);
  if (isDrawing(head)) return 'dxf';
  if (looksLikeWkt(head)) return 'wkt';
  if (/^!table\s|^version\s+\d+\s+charset\s/i.test(head)) return 'mapInfo';
  return hasControl(head.slice(0, 4000)) ? 'binary' : 'plain';
}
