import type { Defect } from '#shared/checks/horizontal/defect.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { FixSides } from './fix-sides.ts';

/**
 * One side keeps its line and the other is drawn along it. The official outline always keeps its
 * own; of two zones the one with more ground does where nobody chooses.
 */
export function mismatchFixes(
  defects: readonly Defect[],
  zoneIds: readonly string[],
  sides: FixSides,
): Fix[] {
  const atOutline = defects.some(({ kind, atBoundary }) => atBoundary || kind === 'outside');
  const fixed = zoneIds.filter((zoneId) => !sides.canChange(zoneId));
  if (atOutline) return fixed.length === 0 ? [{ kind: 'keep-line', zoneId: null }] : [];
  const keepers =
    fixed.length === 0 ? sides.leastFirst(zoneIds).toReversed() : fixed.length === 1 ? fixed : [];
  return keepers.map((zoneId): Fix => ({ kind: 'keep-line', zoneId }));
}
