import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/checks/finding.ts';
import { wrongCount } from '#shared/checks/wrong-count.ts';
import { horizontalRules, type Rule, verticalRules } from '#shared/model/rule.ts';

const finding = (rule: Rule, severity: Finding['severity']) => ({ rule, severity }) as Finding;

describe('how many findings are wrong', () => {
  const report = {
    findings: [
      finding('gap', 'error'),
      finding('mismatch', 'warning'),
      finding('stray', 'note'),
      finding('vacant', 'error'),
    ],
  };

  it('counts those of each proof by itself, and no notes', () => {
    expect(wrongCount(report, horizontalRules)).toBe(2);
    expect(wrongCount(report, verticalRules)).toBe(1);
  });

  it('is none before anything has been checked', () => {
    expect(wrongCount(null, horizontalRules)).toBe(0);
  });
});
