import type { CheckReport, NothingReason } from './finding.ts';

/**
 * Why one of the two proofs proves nothing; null when it does. A report tells one reason alone, that of
 * 横到边 first, so that a missing boundary may stand before missing posts.
 */
export function nothingOfProof(
  { nothing, counts }: Pick<CheckReport, 'nothing' | 'counts'>,
  proof: 'horizontal' | 'vertical',
): NothingReason | null {
  if (nothing === null) return null;
  const ofGround = nothing === 'no-zones' || nothing === 'no-boundary';
  if (proof === 'horizontal') return ofGround ? nothing : null;
  if (!ofGround) return nothing;
  return counts.posts === 0 ? 'no-posts' : null;
}
