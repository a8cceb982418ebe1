import { FormatError } from '#shared/formats/format-error.ts';
import { wholeNumber } from '#shared/formats/values/whole-number.ts';
import { faultInJson } from './fault-in-json.ts';

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

/** Line and column of a sign, both from 1. */
function placeOf(text: string, at: number): { line: number; column: number } {
  let [line, start] = [1, 0];
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end < 0 || end >= at) return { line, column: at - start + 1 };
    line += 1;
    start = end + 1;
  }
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
    // What engines say of the place, and whether they do, differs from one kind of fault to the next.
    const fault = faultInJson(text);
    // Sound texts fail only where they are too deep or too large for the parser.
    if (!fault) throw error;
    const place = placeOf(text, fault.at);
    if (fault.isCut) throw new FormatError('format.json.cut', place);
    const number = /^-?(NaN|Infinity|inf|nan)\b/.exec(text.slice(fault.at, fault.at + 20))?.[0];
    if (number === undefined) throw new FormatError('format.json.at', place);
    throw new FormatError('format.json.noNumber', { ...place, number });
  }
}
