/** Below this, sums and products of integers are exact in a double. */
const exactLimit = 2 ** 53;
/** Relative error of a difference of two rounded products, with a safe margin. */
const errorBound = 4 * 2 ** -53;

/**
 * Cross product `ax·by - ay·bx` of two integer vectors (components up to 2^33 in size).
 * The sign is always exact and the value is right to the last bits of a double: where 53 bits do
 * not suffice the product is taken with BigInt.
 */
export function cross(ax: number, ay: number, bx: number, by: number): number {
  const left = ax * by;
  const right = ay * bx;
  const size = Math.abs(left) + Math.abs(right);
  if (size < exactLimit) return left - right;
  return Number(BigInt(ax) * BigInt(by) - BigInt(ay) * BigInt(bx));
}

/**
 * On which side of the line a→b the point c lies: positive left, negative right, 0 on the line.
 * Coordinates are integers of the grid; only the sign means something. Exact.
 */
export function orientation(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): number {
  const left = (bx - ax) * (cy - ay);
  const right = (by - ay) * (cx - ax);
  const difference = left - right;
  const size = Math.abs(left) + Math.abs(right);
  if (size < exactLimit || Math.abs(difference) > size * errorBound) return difference;
  return cross(bx - ax, by - ay, cx - ax, cy - ay);
}
