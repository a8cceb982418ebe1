import type { LonLat } from '#shared/model/primitives.ts';

/** Whether two places are one; none is the same as none. */
export function samePlace(a: LonLat | null | undefined, b: LonLat | null | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
