import type { Rule } from '#shared/model/rule.ts';

/**
 * Version of each rule. It goes up whenever the rule may judge the same data otherwise than before;
 * a certificate names the versions it was made under.
 */
export const ruleVersions: Record<Rule, number> = {
  gap: 1,
  overlap: 1,
  outside: 1,
  mismatch: 1,
  invalid: 1,
  duplicate: 1,
  'uncovered-point': 1,
  'double-covered-point': 1,
  nesting: 1,
  stray: 1,
  vacant: 2,
  'double-holder': 1,
  expired: 1,
  unreachable: 2,
  overload: 1,
  'broken-chain': 1,
  'no-team': 1,
  'late-team': 1,
  'not-on-duty': 1,
};
