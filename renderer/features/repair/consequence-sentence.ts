import type { Translate } from '#renderer/ui/use-text.ts';
import type { Total } from '#shared/analysis/consequence.ts';
import { signedArea, signedCount } from './signed.ts';

/** “To A: +3 points, +12 issues a month, +0.8 ha”, as screen readers are told. */
export function consequenceSentence(
  text: Translate,
  { name, areaM2, points, issuesPerMonth }: Total,
): string {
  return text('repair.sentence', {
    name: name === '?' ? text('repair.newOne') : name,
    area: signedArea(areaM2),
    points: signedCount(points),
    issues: signedCount(issuesPerMonth, true),
  });
}
