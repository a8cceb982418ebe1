import { robustScores, type Spread, spreadOf } from './spread.ts';
import type { ZoneNumbers } from './zone-numbers.ts';

/** From here on a zone stands far from the others; see robustScores. */
const far = 3.5;
const binCount = 16;

export type Figure =
  | 'areaM2'
  | 'roadM'
  | 'points'
  | 'issuesAMonth'
  | 'workload'
  | 'parts'
  | 'people'
  | 'polsbyPopper'
  | 'reock';

/**
 * The numbers of many zones as columns, which cross to another thread at once. What belongs to nobody
 * (id null) comes first, then the zones, those with the most unusual work first.
 */
export interface NumberColumns {
  ids: (string | null)[];
  /** Roundness is NaN where there is no ground. */
  figures: Record<Figure, Float64Array>;
  /** How far its work is from the mean, by the mean; NaN for what belongs to nobody. */
  off: Float64Array;
  isOutlier: Uint8Array;
  outliers: number;
  /** Of the work of the zones; null without any. */
  spread: Spread | null;
  /** How many zones have how much work, in equal stretches from the least to the most. */
  bins: number[];
}

function binsOf(works: readonly number[], spread: Spread | null): number[] {
  const bins = Array.from({ length: binCount }, () => 0);
  if (!spread) return bins;
  const range = spread.most - spread.least || 1;
  for (const work of works) {
    bins[Math.min(binCount - 1, Math.floor(((work - spread.least) / range) * binCount))]! += 1;
  }
  return bins;
}

/** Puts numbers in order and in columns. @param peopleOf how many people answer for a zone */
export function numberColumns(
  rows: readonly ZoneNumbers[],
  peopleOf: (zoneId: string | null) => number,
): NumberColumns {
  const zones = rows.filter(({ zoneId }) => zoneId !== null);
  const works = zones.map(({ workload }) => workload);
  const spread = spreadOf(works);
  const scored = robustScores(works).map((score, i) => {
    const row = zones[i]!;
    const off = spread && spread.mean !== 0 ? row.workload / spread.mean - 1 : 0;
    return { row, off, score: Math.abs(score ?? Number.POSITIVE_INFINITY) };
  });
  scored.sort((a, b) => {
    // Two that are infinitely far are compared by the mean.
    if (a.score !== b.score) return b.score - a.score;
    return Math.abs(b.off) - Math.abs(a.off);
  });
  const nobody = rows
    .filter(({ zoneId }) => zoneId === null)
    .map((row) => ({ row, off: Number.NaN, score: 0 }));
  const all = [...nobody, ...scored];
  const column = (of: (row: ZoneNumbers) => number) => Float64Array.from(all, ({ row }) => of(row));
  const isOutlier = Uint8Array.from(all, ({ score }) => (score >= far ? 1 : 0));
  return {
    ids: all.map(({ row }) => row.zoneId),
    figures: {
      areaM2: column((row) => row.areaM2),
      roadM: column((row) => row.roadM),
      points: column((row) => row.points),
      issuesAMonth: column((row) => row.issuesAMonth),
      workload: column((row) => row.workload),
      parts: column((row) => row.parts),
      people: column((row) => peopleOf(row.zoneId)),
      polsbyPopper: column((row) => row.compactness?.polsbyPopper ?? Number.NaN),
      reock: column((row) => row.compactness?.reock ?? Number.NaN),
    },
    off: Float64Array.from(all, ({ off }) => off),
    isOutlier,
    outliers: isOutlier.reduce((sum, one) => sum + one, 0),
    spread,
    bins: binsOf(works, spread),
  };
}
