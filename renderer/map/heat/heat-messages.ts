import type { HeatColumns, HeatGrid, HeatOptions } from '#shared/analysis/heat-density.ts';

/** What the map tells its heat worker: columns once for each chunk, then small orders. */
export type HeatRequest =
  | { type: 'chunk'; id: string; columns: HeatColumns | null }
  | { type: 'compute'; number: number; options: HeatOptions };

export type HeatReply =
  | { number: number; grid: HeatGrid | null }
  | { number: number; failed: string };
