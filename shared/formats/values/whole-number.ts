/**
 * A whole number from its digits: as a number where a double keeps them all, else as text. Codes of
 * eighteen digits are told apart by their last.
 */
export function wholeNumber(digits: string): number | string {
  const value = Number(digits);
  return Number.isSafeInteger(value) || String(value) === digits ? value : digits;
}
