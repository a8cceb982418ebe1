import type { Translate } from '#renderer/ui/use-text.ts';
import type { ZoneConsequence } from '#shared/analysis/ground-consequence.ts';
import { signedArea, signedCount } from './signed.ts';

/** “To A: +3 points, +12 issues a month, +0.8 ha”, as screen readers are told. */
export function consequenceSentence(
  text: Translate,
  { name, areaM2, points, casesAMonth }: ZoneConsequence,
): string {
  return text('repair.sentence', {
    name: name === '?' ? text('repair.newOne') : name,
    area: signedArea(areaM2),
    points: signedCount(points),
    issues: signedCount(casesAMonth, true),
  });
}
