/** How a number is spread over zones. */
export interface Spread {
  count: number;
  mean: number;
  median: number;
  least: number;
  most: number;
  /** Standard deviation by the mean; 0 when all are alike. */
  variation: number;
  /** The greatest distance from the mean, by the mean: 0.2 says that all are within 20 %. */
  deviation: number;
}

/** The spread of some values; null of none. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return null;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const [least, most] = [sorted[0]!, sorted[count - 1]!];
  const middle = count >> 1;
  const median = count % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  const share = (value: number) => (mean === 0 ? 0 : value / Math.abs(mean));
  return {
    count,
    mean,
    median,
    least,
    most,
    variation: share(Math.sqrt(variance)),
    deviation: share(Math.max(most - mean, mean - least)),
  };
}

/**
 * How far each value stands from the middle, in units of the usual distance (1.4826 times the median
 * distance, which is the standard deviation where values are spread normally; one outlier does not hide
 * another). Null where all usual values are alike and this one is not.
 *
 * Source: B. Iglewicz, D. Hoaglin, How to detect and handle outliers (1993); they call 3.5 far.
 */
export function robustScores(values: readonly number[]): (number | null)[] {
  const median = spreadOf(values)?.median ?? 0;
  const usual = 1.4826 * (spreadOf(values.map((value) => Math.abs(value - median)))?.median ?? 0);
  return values.map((value) => {
    if (value === median) return 0;
    return usual === 0 ? null : (value - median) / usual;
  });
}
