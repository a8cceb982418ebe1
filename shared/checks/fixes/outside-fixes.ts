import type { Defect } from '#shared/checks/horizontal/defect.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { FixSides } from './fix-sides.ts';

/** What lies beyond the outline is cut off. */
export function outsideFixes({ zoneIds }: Defect, { canChange }: FixSides): Fix[] {
  return zoneIds.every(canChange) ? [{ kind: 'cut-outside' }] : [];
}
