import { csv } from './csv/format.ts';
import { FormatError } from './format-error.ts';
import { geoJson } from './geojson/format.ts';
import type { Format } from './table.ts';

/** Every format that layers and lists can be read from. */
export const formats: readonly Format[] = [geoJson, csv];

export const importExtensions: readonly string[] = formats.flatMap((format) => format.extensions);

/** First character of a text that is not blank; a byte order mark is blank. */
function firstSign(bytes: Uint8Array): string {
  for (const byte of bytes.subarray(0, 1000)) {
    if (byte > 0x20 && byte < 0x7f) return String.fromCharCode(byte);
    if (byte >= 0x7f && ![0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte)) return '';
  }
  return '';
}

/**
 * Format of a file by its content first and its name second, since suffixes lie.
 * @throws FormatError naming the suffix when it is none that we read.
 */
export function formatOf(name: string, bytes: Uint8Array): Format {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'hengzong') throw new FormatError('format.isProject');
  if (firstSign(bytes) === '{') return geoJson;
  const format = formats.find((one) => one.extensions.includes(extension));
  if (!format) throw new FormatError('format.unknownExtension', { extension: extension || name });
  return format;
}
