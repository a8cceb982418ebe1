import {
  type HeatColumns,
  type HeatGrid,
  type HeatOptions,
  heatDensity,
} from '#shared/analysis/heat-density.ts';
import { breathe, type JobHandler } from './job.ts';

export type HeatInput = HeatOptions & { chunks: readonly HeatColumns[] };

/** Density of issues for the heat layer; null when no issue passes the filter. */
export const heat: JobHandler<HeatInput, HeatGrid | null> = async (input, context) => {
  // A newer filter may already be waiting: look before the work, which is short and not divisible.
  await breathe(context);
  const grid = heatDensity(input.chunks, input);
  context.progress(1);
  return grid;
};
