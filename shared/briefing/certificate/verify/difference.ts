/** One thing in which certificate and data differ; the key stands under `certificate.differs`. */
export interface Difference {
  key: string;
  params: Record<string, string | number>;
}

/** Differences of one kind that are told one by one; further ones are counted. */
const mostTold = 50;

/** The first differences of a long list, and one that says how many more there are. */
export function shortened(differences: readonly Difference[]): Difference[] {
  const told = differences.slice(0, mostTold);
  const more = differences.length - told.length;
  return more > 0 ? [...told, { key: 'more', params: { n: more } }] : told;
}

/** Whether a stated measure is the computed one, up to rounding to four decimals. */
export function sameMeasure(stated: number, computed: number, tolerance = 0): boolean {
  return Math.abs(stated - computed) <= Math.max(0.0002, Math.abs(computed) * 1e-9, tolerance);
}
