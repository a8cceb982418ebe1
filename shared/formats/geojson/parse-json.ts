import { FormatError } from '#shared/formats/format-error.ts';
import { wholeNumber } from '#shared/formats/values/whole-number.ts';

/** A whole number of so many digits that a double may not keep them all. */
const longNumber = /[:[,]\s*-?\d{16,}\s*[,}\]]/;
const digitsAlone = /^-?\d+$/;

/** Long codes that somebody wrote without quotes, as text: as numbers their last digits would go. */
function keepDigits(_: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined || Number.isSafeInteger(value))
    return value;
  return digitsAlone.test(source) ? wholeNumber(source) : value;
}

/**
 * The value of a JSON text, whole numbers that no double holds as text.
 * @throws FormatError naming the place where it breaks off
 */
export function parseJson(text: string): unknown {
  try {
    // Asked for each value, the parser takes several times as long.
    return longNumber.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
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
