/** Bytes at a photo's beginning within which the directory of its tags begins. */
const headBytes = 65_536;

/** Whether a photo's tags are written with the larger byte first, as its directory begins. */
function isBigEndian(photo: Uint8Array): boolean {
  let head = '';
  for (const byte of photo.subarray(0, headBytes)) head += String.fromCharCode(byte);
  const [big, little] = [head.indexOf('MM\0*'), head.indexOf('II*\0')];
  return big >= 0 && (little < 0 || big < little);
}

/** How much a text looks like one: signs of ASCII tell most, then those of Chinese. */
function score(text: string): number {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  return 3 * count(/[ -~]/g) + count(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g);
}

/** UTF-16 of whichever order of bytes looks more like a text; as the photo's own tags when both do. */
function wideText(bytes: Uint8Array, photo: Uint8Array): string {
  const [little, big] = ['utf-16le', 'utf-16be'].map((one) => new TextDecoder(one).decode(bytes));
  const difference = score(big as string) - score(little as string);
  const isBig = difference === 0 ? isBigEndian(photo) : difference > 0;
  return (isBig ? big : little) as string;
}

/**
 * What the user wrote beside a picture (EXIF's UserComment): eight signs that name an encoding, and the text.
 * Null when there is none or in an encoding that is none of Unicode and ASCII.
 */
export function userComment(value: unknown, photo: Uint8Array): string | null {
  if (!Array.isArray(value)) return null;
  const bytes = Uint8Array.from(value.map(Number));
  const name = String.fromCharCode(...bytes.subarray(0, 8)).replace(/[\0 ]+$/, '');
  if (!['UNICODE', 'ASCII', ''].includes(name)) return null;
  const body = bytes.subarray(8);
  const text = name === 'UNICODE' ? wideText(body, photo) : new TextDecoder().decode(body);
  return text.replaceAll('\0', '').trim().slice(0, 2000) || null;
}
