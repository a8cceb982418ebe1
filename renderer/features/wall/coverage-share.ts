import type { AreaBalance } from '#shared/checks/finding.ts';

/**
 * Covered share of the ground that must be covered, in percent with three decimals. It is cut off,
 * not rounded: 100.000 stands there only when there is no gap at all.
 */
export function coverageShare(areas: AreaBalance): string | null {
  const due = areas.boundary - areas.exception;
  if (!(due > 0)) return null;
  if (areas.gap <= 0) return '100.000';
  const share = Math.min(99.999, Math.floor((1 - areas.gap / due) * 100_000) / 1000);
  return Math.max(0, share).toFixed(3);
}
