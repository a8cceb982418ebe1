import { robustScores, type Spread, spreadOf } from '#shared/analysis/spread.ts';
import type { ZoneRow } from './use-zone-numbers.ts';

/** From here on a zone stands far from the others; see robustScores. */
const far = 3.5;

export interface ScoredRow extends ZoneRow {
  /** How far its work is from the mean, by the mean; null for what belongs to nobody. */
  off: number | null;
  /** How unusual its work is; Infinity where all others are alike. */
  score: number;
  isOutlier: boolean;
}

/** Rows with how unusual each is: what belongs to nobody first, then outliers, the farthest first. */
export function scoredRows(rows: readonly ZoneRow[]): {
  rows: ScoredRow[];
  spread: Spread | null;
} {
  const zones = rows.filter(({ zoneId }) => zoneId !== null);
  const works = zones.map(({ workload }) => workload);
  const spread = spreadOf(works);
  const scores = robustScores(works);
  const scored = zones.map((row, i): ScoredRow => {
    const score = Math.abs(scores[i] ?? Number.POSITIVE_INFINITY);
    const off = spread && spread.mean !== 0 ? row.workload / spread.mean - 1 : 0;
    return { ...row, off, score, isOutlier: score >= far };
  });
  scored.sort((a, b) => b.score - a.score || Math.abs(b.off ?? 0) - Math.abs(a.off ?? 0));
  const nobody = rows
    .filter(({ zoneId }) => zoneId === null)
    .map((row): ScoredRow => ({ ...row, off: null, score: 0, isOutlier: false }));
  return { rows: [...nobody, ...scored], spread };
}
