import type { DefectGround } from './repair-question.ts';
import type { GroundChoice } from './ground-decision.ts';

interface Sides {
  /** Whether a party can take or give ground. */
  canChange: (id: string) => boolean;
  /** Ground of a zone in m². */
  areaOf: (zoneId: string) => number;
}

/**
 * Who gets the ground of a defect: nobody for what lies outside, one party else. Null when no choice
 * fits, as for a gap without any neighbour. The rules where the choice does not say: a gap goes to
 * the longest border, and an overlap stays with the zone that has the least ground, or where borders
 * nearly agree the most.
 */
export function decideOwner(
  { kind, zoneIds, besideIds }: DefectGround,
  choice: GroundChoice | null,
  { canChange, areaOf }: Sides,
): string[] | null {
  if (kind === 'gap') {
    if (choice?.kind === 'give') return [choice.to];
    const takers = besideIds.filter(canChange);
    const other = choice?.kind === 'line' ? takers.find((id) => id !== choice.zoneId) : undefined;
    const taker = other ?? takers[0];
    return taker === undefined ? null : [taker];
  }
  if (kind === 'outside') {
    if (choice?.kind !== 'keep') return [];
    return zoneIds.includes(choice.zoneId) ? [choice.zoneId] : null;
  }
  const wanted = choice?.kind === 'keep' || choice?.kind === 'line' ? choice.zoneId : null;
  if (wanted !== null && zoneIds.includes(wanted)) return [wanted];
  // What cannot be cut keeps its ground.
  const fixed = zoneIds.filter((id) => !canChange(id));
  const bySize = zoneIds.toSorted((a, b) => areaOf(a) - areaOf(b));
  const keeper = fixed[0] ?? (choice?.kind === 'line' ? bySize.at(-1) : bySize[0]);
  return keeper === undefined ? null : [keeper];
}
