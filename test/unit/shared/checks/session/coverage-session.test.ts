import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { CoverageSession } from '#shared/checks/session/coverage-session.ts';
import {
  block,
  box,
  coverageInput,
  outline,
  polygon,
  quiet,
} from '#test/unit/shared/checks/given.ts';
import { applyEdit, changesOf, type Edit, randomEdits, startState } from './random-edits.ts';

function essentials(findings: readonly Finding[]) {
  return findings
    .map(({ areaM2: _a, widthM: _w, lengthM: _l, message, ...finding }) => ({
      ...finding,
      key: message.key,
      names: Object.values(message.params).filter((value) => typeof value === 'string'),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A report without figures, which rounding may change, and what clocks do. */
function essence({ ok, nothing, counts, findings, notes = [] }: CheckReport) {
  return { ok, nothing, counts, findings: essentials(findings), notes: essentials(notes) };
}

/** All figures of a report, in one order. */
function figures({ areas, coveredM2 = 0, findings, notes = [] }: CheckReport): number[] {
  const sorted = [...findings, ...notes].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const {
    boundary = 0,
    covered = 0,
    gap = 0,
    overlap = 0,
    outside = 0,
    exception = 0,
  } = areas ?? {};
  const sums = [boundary, covered, gap, overlap, outside, exception, coveredM2];
  return [
    ...sums,
    ...sorted.flatMap(({ areaM2, widthM, lengthM }) => [areaM2 ?? 0, widthM ?? 0, lengthM ?? 0]),
  ];
}

/** The report, or what was thrown instead. */
async function outcome(work: () => Promise<CheckReport>): Promise<CheckReport | string> {
  try {
    return await work();
  } catch (error) {
    return String(error);
  }
}

function expectAlike(own: CheckReport | string, fresh: CheckReport | string): void {
  if (typeof own === 'string' || typeof fresh === 'string') {
    expect(own).toEqual(fresh);
    return;
  }
  expect(essence(own)).toEqual(essence(fresh));
  const others = figures(fresh);
  const apart = figures(own).filter((value, i) => {
    const other = others[i] ?? Number.NaN;
    return !(Math.abs(value - other) <= 1e-4 + 1e-6 * Math.abs(other));
  });
  expect(apart).toEqual([]);
  expect(Math.abs(own.areas?.balance ?? 0)).toBeLessThan(0.01);
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
  const whole = () => outcome(() => runCoverageCheck(inputNow(), quiet));
  expectAlike(await outcome(() => session.load(quiet)), await whole());
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
    const change = applyEdit(state, changes);
    expectAlike(await outcome(() => session.update(change, quiet)), await whole());
  }
}

const runs = Number(process.env['HENGZONG_RUNS'] ?? 60);

describe('a coverage session', () => {
  //  +---+---+---+
  //  |   |   |   |      a vertex that four zones share moves, then in one zone alone: neither makes
  //  +---+---+---+      the session look at everything again
  //  |   |   |   |
  //  +---*---+---+
  //  |   |   |   |
  //  +---+---+---+
  it('follows a vertex without a check of everything', async () => {
    const { state, boundary } = startState(true);
    const input = coverageInput({ boundary, zones: [...state.zones.values()] });
    const session = new CoverageSession(input);
    await session.load(quiet);
    const load = vi.spyOn(session, 'load');
    const move = { kind: 'move' as const, x: 2, y: 2, dx: 0.5, dy: 0.2 };
    const moved = await session.update(applyEdit(state, changesOf(move, state, true)), quiet);
    expect(moved).toMatchObject({ ok: true, findings: [] });
    const tear = {
      kind: 'tear' as const,
      cell: [0, 0] as [number, number],
      vertex: 4,
      dx: -1,
      dy: 0,
    };
    const torn = await session.update(applyEdit(state, changesOf(tear, state, true)), quiet);
    expect(torn.findings.map(({ rule }) => rule)).toEqual(['gap', 'overlap']);
    expect(session.bytes).toBeGreaterThan(0);
    expect(load).not.toHaveBeenCalled();
  });

  //  +---+-+---+---+
  //  | A |g| B | D |    D is entered a second time and taken out again, which says nothing new of the
  //  +---+-+---+---+    gap g: its finding stays the very object that it was
  it('leaves findings alone that a duplicate elsewhere does not concern', async () => {
    const zones = [
      block('A', polygon(box(0, 0, 10, 10))),
      block('B', polygon(box(12, 0, 20, 10))),
      block('D', polygon(box(20, 0, 30, 10))),
    ];
    const session = new CoverageSession(
      coverageInput({ boundary: outline(polygon(box(0, 0, 30, 10))), zones }),
    );
    const [gap] = (await session.load(quiet)).findings;
    expect(gap).toMatchObject({ rule: 'gap' });
    const copy = { ...block('C', polygon(box(20, 0, 30, 10))), name: '又一次' };
    const doubled = await session.update({ zones: { put: [copy], removed: [] } }, quiet);
    expect(doubled.findings.map(({ rule }) => rule).toSorted()).toEqual(['duplicate', 'gap']);
    expect(doubled.findings.find(({ rule }) => rule === 'gap')).toBe(gap);
    const single = await session.update({ zones: { put: [], removed: ['C'] } }, quiet);
    expect(single.findings).toHaveLength(1);
    expect(single.findings[0]).toBe(gap);
  });

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
