import type { Fix } from '#shared/model/fix.ts';
import type { GroundChoice } from './ground-decision.ts';

/** The choice that a fix makes for the ground of its finding; null when it makes none by itself. */
export function choiceOfFix(fix: Fix): GroundChoice | null {
  switch (fix.kind) {
    case 'give-ground':
      return { kind: 'give', to: fix.zoneId };
    case 'keep-ground':
      return { kind: 'keep', zoneId: fix.zoneId };
    case 'split-ground':
      return { kind: 'split', zoneIds: fix.zoneIds };
    case 'cut-outside':
      return { kind: 'cut' };
    case 'keep-line':
      return { kind: 'line', zoneId: fix.zoneId };
    default:
      return null;
  }
}
