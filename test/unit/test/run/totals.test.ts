import type { JSONReport } from '@playwright/test/reporter';
import { expect, test } from 'vitest';
import { playwrightTotals, secondTries, skipReasons } from '#test/run/playwright-totals.ts';
import { noReport, sum, totalsLine } from '#test/run/totals.ts';
import { vitestTotals } from '#test/run/vitest-totals.ts';

test('adds up to one line', () => {
  const total = sum([
    { passed: 2, failed: 0, skipped: 1 },
    { passed: 40, failed: 1, skipped: 0 },
    noReport,
  ]);
  expect(totalsLine(total)).toBe('42 passed, 2 failed, 1 skipped');
});

test('counts a test file that did not load as a failure', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((status) => ({ status })),
  });
  const report = {
    testResults: [
      file('passed', 'passed', 'passed', 'skipped', 'todo'),
      file('failed', 'passed', 'failed'),
      file('failed'),
    ],
  };
  expect(vitestTotals(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

const report = {
  stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
  errors: [{ message: 'a spec that does not load' }],
  suites: [
    {
      specs: [
        {
          title: 'slow to draw',
          tests: [{ status: 'flaky', projectName: 'standin', annotations: [] }],
        },
      ],
      suites: [
        {
          specs: ['no binary', 'no binary'].map((description) => ({
            title: description,
            tests: [
              {
                status: 'skipped',
                projectName: 'electron',
                annotations: [{ type: 'skip', description }],
              },
            ],
          })),
        },
      ],
    },
  ],
} as unknown as JSONReport;

test('counts a second try as passed and errors outside tests as failures', () => {
  expect(playwrightTotals(report)).toEqual({ passed: 6, failed: 2, skipped: 2 });
});

test('names what needed a second try', () => {
  expect(secondTries(report)).toEqual(['standin: slow to draw']);
});

test('tells why tests were skipped', () => {
  expect([...skipReasons(report)]).toEqual([['electron: no binary', 2]]);
});
