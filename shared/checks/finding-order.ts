import { type Finding, severities } from './finding.ts';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';

const ruleOrder: readonly string[] = [...horizontalRules, ...verticalRules];

/** Worst first, then by rule, then most ground first, then by id: the same list for the same data. */
export function inOrder(a: Finding, b: Finding): number {
  // Mostly they are alike in both, and looking them up is what would take the time.
  if (a.severity !== b.severity) {
    return severities.indexOf(a.severity) - severities.indexOf(b.severity);
  }
  if (a.rule !== b.rule) return ruleOrder.indexOf(a.rule) - ruleOrder.indexOf(b.rule);
  return (b.areaM2 ?? 0) - (a.areaM2 ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
