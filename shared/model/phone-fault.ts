/** What is wrong with a number: signs that no dial has, too few digits, or too many signs. */
export type PhoneFault = 'signs' | 'short' | 'long';

/**
 * Why a text cannot be dialled; null when it can, or is empty. Numbers are kept as people write them,
 * with blanks, dashes, brackets, a country code or an extension (转 801, x801); several are parted by
 * a slash or 、.
 */
export function phoneFault(text: string): PhoneFault | null {
  const phone = text.normalize('NFKC').trim();
  if (phone === '') return null;
  if (phone.length > 40) return 'long';
  if (!/^[\d+*#()\-\s/、,;x转.]+$/i.test(phone)) return 'signs';
  return phone.replaceAll(/\D/g, '').length < 3 ? 'short' : null;
}
