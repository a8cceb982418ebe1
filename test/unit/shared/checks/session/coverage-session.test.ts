import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '#shared/checks/finding.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { CoverageSession } from '#shared/checks/session/coverage-session.ts';
import { coverageInput, quiet } from '#test/unit/shared/checks/given.ts';
import { applyEdit, changesOf, type Edit, randomEdits, startState } from './random-edits.ts';

/** A report without what rounding and clocks may change. */
function essence(report: CheckReport) {
  const round = (value: number) => Number(value.toPrecision(7));
  const sum = report.areas && { ...report.areas, balance: 0 };
  return {
    ok: report.ok,
    nothing: report.nothing,
    counts: report.counts,
    areas: sum && Object.values(sum).map((value) => Math.round(value * 1e4) / 1e4 + 0),
    findings: report.findings
      .map(({ areaM2, widthM, lengthM, message, ...finding }) => ({
        ...finding,
        key: message.key,
        names: Object.values(message.params).filter((value) => typeof value === 'string'),
        measures: [areaM2, widthM, lengthM].map((value) => value && round(value)),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

async function follow(edits: readonly Edit[], planar: boolean): Promise<void> {
  const { state, boundary } = startState(planar);
  const inputNow = () =>
    coverageInput({
      boundary,
      planar,
      zones: [...state.zones.values()],
      points: [...state.points.values()],
      exceptions: [...state.exceptions.values()],
      issueClasses: [
        { key: 'waste', name: '垃圾' },
        { key: 'noise', name: '噪声' },
      ],
    });
  const session = new CoverageSession(inputNow());
  const loaded = await session.load(quiet);
  expect(essence(loaded)).toEqual(essence(await runCoverageCheck(inputNow(), quiet)));
  const past: ReturnType<typeof changesOf>[] = [];
  for (const edit of edits) {
    const changes = edit.kind === 'undo' ? past.pop() : changesOf(edit, state, planar);
    if (!changes) continue;
    const reverse = <Item>(items: Map<string, Item>, changed: Map<string, Item | null>) =>
      new Map([...changed.keys()].map((id) => [id, items.get(id) ?? null]));
    const back = {
      zones: reverse(state.zones, changes.zones),
      points: reverse(state.points, changes.points),
      exceptions: reverse(state.exceptions, changes.exceptions),
    };
    if (edit.kind !== 'undo') past.push(back);
    const report = await session.update(applyEdit(state, changes), quiet);
    expect(essence(report)).toEqual(essence(await runCoverageCheck(inputNow(), quiet)));
    expect(Math.abs(report.areas?.balance ?? 0)).toBeLessThan(0.01);
  }
}

const runs = Number(process.env['HENGZONG_RUNS'] ?? 60);

describe('a coverage session', () => {
  it('has at each step the report of a check of everything, on a plane', async () => {
    await fc.assert(
      fc.asyncProperty(randomEdits(true, 10), (edits) => follow(edits, true)),
      { numRuns: runs },
    );
  });

  it('has it in degrees, with strips and circles over the zones', async () => {
    await fc.assert(
      fc.asyncProperty(randomEdits(false, 10), (edits) => follow(edits, false)),
      { numRuns: runs / 2 },
    );
  });
});
