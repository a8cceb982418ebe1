import type { HeatColumns, HeatGrid, HeatOptions } from '#shared/analysis/heat-density.ts';

/** What the map tells its heat worker: columns once for each chunk, then small orders. */
export type HeatRequest =
  | { type: 'chunk'; id: string; columns: HeatColumns | null }
  | { type: 'compute'; number: number; options: HeatOptions; theme: 'light' | 'dark' };

/** A density already coloured; `top` is the value at the end of the ramp. */
export interface HeatPicture extends Omit<HeatGrid, 'values'> {
  pixels: Uint8ClampedArray<ArrayBuffer>;
  top: number;
  theme: 'light' | 'dark';
}

export type HeatReply =
  | { number: number; picture: HeatPicture | null }
  | { number: number; failed: string };
