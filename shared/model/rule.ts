/** Rules of one layer of zones and its outline, as the command line proves them too. */
export const coverageRules = [
  'gap',
  'overlap',
  'outside',
  'mismatch',
  'invalid',
  'duplicate',
  'uncovered-point',
  'double-covered-point',
] as const;
/** Those and the rules of the levels to each other; `stray` only lists what is worth a look. */
export const horizontalRules = [...coverageRules, 'nesting', 'stray'] as const;
export const verticalRules = [
  'vacant',
  'double-holder',
  'expired',
  'unreachable',
  'overload',
  'broken-chain',
  'no-team',
  'late-team',
  'not-on-duty',
] as const;

export type HorizontalRule = (typeof horizontalRules)[number];
export type VerticalRule = (typeof verticalRules)[number];
export type Rule = HorizontalRule | VerticalRule;
