import type { Defect } from '#shared/checks/horizontal/defect.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { FixSides } from './fix-sides.ts';

/** A gap goes to a neighbour (the one with the longest border first), to a new zone, or is excepted. */
export function gapFixes({ zoneIds }: Defect, { canChange }: FixSides): Fix[] {
  return [
    ...zoneIds.filter(canChange).map((zoneId): Fix => ({ kind: 'give-ground', zoneId })),
    { kind: 'new-zone' },
    { kind: 'declare-exception' },
  ];
}
