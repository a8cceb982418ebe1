/** Mobile numbers, with spaces or hyphens as people group them, and landlines with their area code. */
const numbers = /(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]\d{3,4}[- ]?\d{4})(?!\d)/g;

/**
 * A phone number with its middle digits hidden: 138****0000. The first three and the last four digits
 * stay, of short numbers the first and the last two; separators stay where they are.
 */
export function maskPhone(phone: string): string {
  const count = phone.replace(/\D/g, '').length;
  const [head, tail] = count >= 9 ? [3, 4] : [1, 2];
  let digit = 0;
  return phone.replace(/\d/g, (sign) => {
    const place = digit++;
    return place < head || place >= count - tail ? sign : '*';
  });
}

/** A text in which every phone number is masked. */
export function maskPhonesIn(text: string): string {
  return text.replace(numbers, maskPhone);
}

/** Whether a text holds a number that was masked: it says nothing about the number itself. */
export function hasMaskedPhone(text: string): boolean {
  return /\d[- ]?\*{3,}/.test(text);
}
