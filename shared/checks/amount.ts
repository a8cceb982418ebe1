/** A measure rounded to what is worth reading: 915.6, 18.07, 0.953. */
export function readable(value: number): number {
  const size = Math.abs(value);
  const digits = size >= 100 ? 1 : size >= 1 ? 2 : 3;
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
