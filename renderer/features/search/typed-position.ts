import { type LonLat, position } from '#shared/model/primitives.ts';

const number = String.raw`(-?\d{1,3}(?:\.\d+)?)\s*°?`;
const pair = new RegExp(String.raw`^\s*${number}\s*[,，;；\s]\s*${number}\s*$`);

/**
 * The position that was typed, as `116.3512, 39.9871`; null when it is none. Longitude stands first;
 * where that cannot be, because the second number is no latitude, the other order is taken.
 */
export function typedPosition(typed: string): LonLat | null {
  const found = pair.exec(typed);
  if (!found) return null;
  const [x, y] = [Number(found[1]), Number(found[2])];
  return position.safeParse([x, y]).data ?? position.safeParse([y, x]).data ?? null;
}
