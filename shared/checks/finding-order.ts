import { type Finding, severities } from './finding.ts';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';

const ruleOrder: readonly string[] = [...horizontalRules, ...verticalRules];

/** Worst first, then by rule, then most ground first, then by id: the same list for the same data. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    ruleOrder.indexOf(a.rule) - ruleOrder.indexOf(b.rule) ||
    (b.areaM2 ?? 0) - (a.areaM2 ?? 0) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
