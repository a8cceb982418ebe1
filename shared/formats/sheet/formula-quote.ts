/**
 * How texts begin that a spreadsheet program may take for a formula (CWE-1236): the wide signs are read as
 * narrow ones in Chinese and Japanese versions, and blanks before them do not always help.
 */
const formula = /^[=+\-@＝＋－＠\t\r]/;
const marked = /^'(?=[=+\-@＝＋－＠\t\r])/;

/** A text for a CSV, with a quote in front of what may be run as a formula; numbers stay as they are. */
export function withFormulaQuote(text: string): string {
  return formula.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
}

/** A text without the quote that our own writer puts before a formula. */
export function withoutFormulaQuote(text: string): string {
  return text.replace(marked, '');
}

/** Whether a text loses a quote of its own when it is read again. */
export function hasFormulaQuote(text: string): boolean {
  return marked.test(text);
}
