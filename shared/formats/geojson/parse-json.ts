import { FormatError } from '#shared/formats/format-error.ts';

/** The value of a JSON text. @throws FormatError naming the place where it breaks off */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const line = /line (\d+) column (\d+)/.exec(message);
    if (line) {
      throw new FormatError('format.json.at', { line: Number(line[1]), column: Number(line[2]) });
    }
    if (/end of JSON/.test(message)) throw new FormatError('format.json.cut');
    throw new FormatError('format.json.bad');
  }
}
