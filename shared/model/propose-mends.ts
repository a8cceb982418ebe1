import type { Fix, FixKind, FixTarget } from './fix.ts';

/** A finding as far as proposing is concerned. */
interface Mendable extends FixTarget {
  fixes: readonly Fix[];
  widthM: number | null;
}

/** How large findings may be that are mended without a choice for each. */
export interface MendLimits {
  /** Greatest ground in m² of a gap, an overlap, ground outside or a duplicate. */
  maxAreaM2: number;
  /** Greatest width in metres of a mismatched border. */
  maxWidthM: number;
}

export interface Mend<F extends FixTarget = FixTarget> {
  target: F;
  fix: Fix;
}

const byArea = new Set<FixKind>([
  'give-ground',
  'keep-ground',
  'cut-outside',
  'keep-duplicate',
  'cut-child',
  'hand-over',
  'grow-parent',
  'fill-parent',
  'keep-child',
]);
const byWidth = new Set<FixKind>(['keep-line', 'keep-border']);

/**
 * What is mended when nobody chooses: the first fix of every finding within the limits, so a gap
 * goes to the neighbour with the longest border, the zone with the least ground keeps an overlap,
 * the outline keeps its line and so does the larger of two zones; all invalid rings are mended.
 * Levels follow the zones that stand there. Exceptions, new zones, other parents and moves of a whole
 * layer are never proposed, nor is anything done to points.
 */
export function proposeMends<F extends Mendable>(
  findings: readonly F[],
  { maxAreaM2, maxWidthM }: MendLimits,
): Mend<F>[] {
  return findings.flatMap((target) => {
    const [fix] = target.fixes;
    if (!fix) return [];
    const isWithin =
      fix.kind === 'mend-rings' ||
      (byWidth.has(fix.kind) && (target.widthM ?? Infinity) <= maxWidthM) ||
      (byArea.has(fix.kind) && (target.areaM2 ?? Infinity) <= maxAreaM2);
    return isWithin ? [{ target, fix }] : [];
  });
}
