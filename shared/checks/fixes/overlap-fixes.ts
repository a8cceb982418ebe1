import type { Defect } from '#shared/checks/horizontal/defect.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { FixSides } from './fix-sides.ts';

/**
 * One of the zones keeps the ground, the one with the least ground of its own first: it has most to
 * lose, and a zone that lies inside another would be gone. Two zones can also share it along its
 * middle where both have a border there.
 */
export function overlapFixes({ zoneIds, besideIds, face }: Defect, sides: FixSides): Fix[] {
  const fixed = zoneIds.filter((zoneId) => !sides.canChange(zoneId));
  // What is made from a line or a position cannot give up ground.
  const keepers = fixed.length === 0 ? sides.leastFirst(zoneIds) : fixed.length === 1 ? fixed : [];
  const fixes = keepers.map((zoneId): Fix => ({ kind: 'keep-ground', zoneId }));
  const [a, b] = zoneIds;
  const bothBeside = zoneIds.every((zoneId) => besideIds.includes(zoneId));
  if (fixed.length === 0 && zoneIds.length === 2 && a && b && bothBeside) {
    if (face.polygon.coordinates.length === 1) {
      fixes.push({ kind: 'split-ground', zoneIds: [a, b] });
    }
  }
  return fixes;
}
