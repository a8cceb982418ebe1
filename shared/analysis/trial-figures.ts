import type { Figure, NumberColumns } from './number-columns.ts';
import type { ZoneNumbers } from './zone-numbers.ts';

/** What of a zone's numbers an edit that is only tried changes; people stay where they are. */
export interface TrialFigures {
  /** Null: of what belongs to nobody. */
  zoneId: string | null;
  /** Of a zone that is not there yet nothing else tells it. */
  name: string;
  figures: Record<Exclude<Figure, 'people'>, number>;
}

/** Rows of a trial as they cross to the window. */
export function trialFigures(
  rows: readonly ZoneNumbers[],
  nameOf: (zoneId: string) => string,
): TrialFigures[] {
  return rows.map((row) => ({
    zoneId: row.zoneId,
    name: row.zoneId === null ? '' : nameOf(row.zoneId),
    figures: {
      areaM2: row.areaM2,
      roadM: row.roadM,
      points: row.points,
      issuesAMonth: row.issuesAMonth,
      workload: row.workload,
      parts: row.parts,
      polsbyPopper: row.compactness?.polsbyPopper ?? Number.NaN,
      reock: row.compactness?.reock ?? Number.NaN,
    },
  }));
}

/** Columns with figures of a trial in them. */
export interface TriedColumns extends NumberColumns {
  /** Names of the zones whose figures are those of a trial. */
  tried: ReadonlyMap<string, string>;
}

/**
 * Columns with the figures of a trial in place of those that were counted. All rows stay where they are, so
 * that nothing jumps while a border is dragged; zones that are not there yet follow what belongs to nobody.
 * How far work is from the mean goes by the mean as it would be; spread and outliers stay as counted.
 */
export function withTrial(columns: NumberColumns, trial: readonly TrialFigures[]): TriedColumns {
  const place = new Map(columns.ids.map((id, i) => [id, i]));
  const fresh = trial.filter(({ zoneId }) => !place.has(zoneId));
  const ids = columns.ids.toSpliced(1, 0, ...fresh.map(({ zoneId }) => zoneId));
  /** Place among the columns as they were counted, or of a new zone (-1). */
  const from = (i: number) => (i < 1 ? i : i <= fresh.length ? -1 : i - fresh.length);
  const wide = (list: Float64Array, empty: number) =>
    Float64Array.from(ids, (_, i) => (from(i) === -1 ? empty : list[from(i)]!));
  const names = Object.keys(columns.figures) as Figure[];
  const figures = Object.fromEntries(
    names.map((name) => [name, wide(columns.figures[name], 0)]),
  ) as NumberColumns['figures'];
  const off = wide(columns.off, Number.NaN);
  const places = new Map(ids.map((id, i) => [id, i]));
  let total = (columns.spread?.mean ?? 0) * (columns.spread?.count ?? 0);
  for (const { zoneId, figures: tried } of trial) {
    const i = places.get(zoneId)!;
    if (zoneId !== null) total += tried.workload - figures.workload[i]!;
    for (const [name, value] of Object.entries(tried)) figures[name as Figure][i] = value;
  }
  const mean = total / Math.max(1, (columns.spread?.count ?? 0) + fresh.length);
  for (const { zoneId, figures: tried } of trial) {
    if (zoneId !== null) off[places.get(zoneId)!] = mean === 0 ? 0 : tried.workload / mean - 1;
  }
  return {
    ...columns,
    ids,
    figures,
    off,
    isOutlier: Uint8Array.from(ids, (_, i) => (from(i) === -1 ? 0 : columns.isOutlier[from(i)]!)),
    tried: new Map(trial.flatMap(({ zoneId, name }) => (zoneId === null ? [] : [[zoneId, name]]))),
  };
}
