import type { Rule } from '#shared/model/rule.ts';
import { type CheckReport, severities } from './finding.ts';

/** How many findings of some rules are more than a note; 0 where nothing has been checked yet. */
export function wrongCount(
  report: Pick<CheckReport, 'findings'> | null,
  rules: readonly Rule[],
): number {
  const wrong = report?.findings.filter(
    ({ rule, severity }) => rules.includes(rule) && severity !== severities[2],
  );
  return wrong?.length ?? 0;
}
