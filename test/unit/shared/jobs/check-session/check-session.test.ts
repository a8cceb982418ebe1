import { describe, expect, it } from 'vitest';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import { verticalRules } from '#shared/model/rule.ts';
import { checkJob } from '#shared/jobs/check.ts';
import { CheckSession, type SessionPort } from '#shared/jobs/check-session/session-client.ts';
import { createSessionServer } from '#shared/jobs/check-session/session-server.ts';
import { type Issue } from '#shared/model/issue.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { record, smallDistrict } from '#test/unit/shared/edits/records.ts';

const isVertical = new Set<string>(verticalRules);

type Checked = RecordOf<RecordKind>;

const at = (x: number, y: number): LonLat => [116 + x / 1000, 40 + y / 1000];
const polygon = (...ring: LonLat[]) => ({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });

//  +-----+-----+
//  |  1  |  2  |      the common vertices of 1 and 2 are (x, 0) and (1, 2)
//  +-----+-----+
const zone = (n: number, geometry: object) =>
  record('zone', 100 + n, { shape: 'block', parentId: null, name: `片区${n}`, geometry });
const left = (x: number) => zone(1, polygon(at(0, 0), at(x, 0), at(1, 2), at(0, 2)));
const right = (x: number) => zone(2, polygon(at(x, 0), at(2, 0), at(2, 2), at(1, 2)));

function records(...zones: AnyRecord[]): Checked[] {
  const outline = polygon(at(0, 0), at(1, 0), at(2, 0), at(2, 2), at(0, 2));
  const others = smallDistrict().filter(({ kind }) => kind !== 'zone');
  return [
    ...others.map((other) =>
      other.kind === 'district' ? ({ ...other, geometry: outline } as typeof other) : other,
    ),
    ...zones,
  ];
}

/** A session whose worker is in this thread: messages are cloned and arrive later. */
function openSession() {
  const heard: { reports: CheckReport[]; levels: Finding[][]; failures: Error[]; posted: number } =
    {
      reports: [],
      levels: [],
      failures: [],
      posted: 0,
    };
  let crash: (reason: string) => void = () => undefined;
  let wake: () => void = () => undefined;
  const told = () => wake();
  const session = new CheckSession(
    (onMessage, onCrash): SessionPort => {
      crash = onCrash;
      let alive = true;
      const serve = createSessionServer(
        (reply) => {
          const copy = structuredClone(reply);
          setTimeout(() => alive && onMessage(copy), 0);
        },
        () => new AbortController(),
      );
      return {
        post: (message) => {
          if (message.type !== 'part') heard.posted++;
          serve(structuredClone(message));
        },
        terminate: () => {
          alive = false;
        },
      };
    },
    {
      progress: () => undefined,
      coverage: (report) => {
        heard.reports.push(report);
        told();
      },
      levels: (findings) => {
        heard.levels.push(findings);
        told();
      },
      failed: (error) => {
        heard.failures.push(error);
        told();
      },
    },
  );
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  return { session, heard, next, crash: (reason: string) => crash(reason) };
}

const whole = (all: readonly Checked[]) =>
  checkJob(
    { records: all, on: '2026-06-01' },
    { signal: new AbortController().signal, progress: () => undefined },
  );

const rulesOf = (report: CheckReport | undefined) => report?.findings.map(({ rule }) => rule);

describe('a check session', () => {
  it('follows changes, and says of ground and levels what one job says', async () => {
    const { session, heard, next } = openSession();
    session.load(records(left(1), right(1)), '2026-06-01');
    await next();
    expect(rulesOf(heard.reports[0])?.filter((rule) => rule === 'gap')).toEqual([]);
    session.change([left(0.9)]);
    await next();
    expect(rulesOf(heard.reports[1])).toContain('gap');
    session.askLevels();
    await next();
    const said = [...(heard.reports[1]?.findings ?? []), ...(heard.levels[0] ?? [])];
    const expected = await whole(records(left(0.9), right(1)));
    const ofGround = expected.findings.filter(({ rule }) => !isVertical.has(rule));
    expect(new Set(said)).toEqual(new Set(ofGround));
    session.change([left(1)]);
    await next();
    expect(heard.reports[2]?.findings).toEqual(heard.reports[0]?.findings);
    session.close();
  });

  it('gathers what comes while it is at work, and checks the newest', async () => {
    const { session, heard, next } = openSession();
    session.load(records(left(1), right(1)), '2026-06-01');
    for (const x of [0.9, 0.8, 0.7, 1.2]) session.change([left(x)]);
    await next();
    await next();
    expect(heard.posted).toBe(2);
    expect(rulesOf(heard.reports[1])).toContain('overlap');
    expect(session.isSettled).toBe(true);
    session.close();
  });

  //  a strip of 150 zones side by side, all of which change at once: told in parts, checked as one change
  it('follows a change of plan, which is told in parts', async () => {
    const strip = (height: number) =>
      Array.from({ length: 150 }, (_, n) => {
        const [from, to] = [n / 75, (n + 1) / 75];
        return zone(n, polygon(at(from, 0), at(to, 0), at(to, height), at(from, height)));
      });
    const { session, heard, next } = openSession();
    session.load(records(...strip(2)), '2026-06-01');
    await next();
    const [first, ...others] = strip(1.9);
    session.change(others, [first!]);
    await next();
    expect(heard.posted).toBe(2);
    const expected = await whole(records(...others));
    const figures = ({ areas, counts }: CheckReport) => [areas, counts.zones];
    expect(figures(heard.reports[1]!)).toEqual(figures(expected));
    const ofGround = ({ rule }: Finding) => rule === 'gap' || rule === 'overlap';
    expect(new Set(heard.reports[1]!.findings.filter(ofGround))).toEqual(
      new Set(expected.findings.filter(ofGround)),
    );
    session.close();
  });

  it('keeps the list of findings as long as they are the same', async () => {
    const { session, heard, next } = openSession();
    session.load(records(left(0.9), right(1)), '2026-06-01');
    await next();
    session.change([{ ...left(0.9), name: '别名' }]);
    await next();
    session.change([left(0.8)]);
    await next();
    const [first, renamed, moved] = heard.reports.map(({ findings }) => findings);
    expect(moved).not.toBe(first);
    expect(moved).not.toEqual(first);
    expect(renamed === first).toBe(renamed!.every((finding, i) => finding === first![i]));
    session.close();
  });

  it('follows removals, other kinds of records, and an outline that changes', async () => {
    const { session, heard, next } = openSession();
    const all = records(left(1), right(1));
    session.load(all, '2026-06-01');
    await next();
    session.change([], [right(1)]);
    await next();
    expect(rulesOf(heard.reports[1])).toContain('gap');
    session.change([right(1)]);
    await next();
    expect(rulesOf(heard.reports[2])).not.toContain('gap');
    const district = all.find(({ kind }) => kind === 'district') as RecordOf<'district'>;
    const wider = polygon(at(0, 0), at(3, 0), at(3, 2), at(0, 2));
    session.change([{ ...district, geometry: wider } as RecordOf<'district'>]);
    await next();
    expect(rulesOf(heard.reports[3])).toContain('gap');
    session.close();
  });

  it('is closed by a crash, which is told once', async () => {
    const { session, heard, next, crash } = openSession();
    session.load(records(left(1), right(1)), '2026-06-01');
    crash('out of memory');
    crash('again');
    session.change([left(0.5)]);
    await Promise.race([next(), new Promise((resolve) => setTimeout(resolve, 50))]);
    expect(heard.failures).toHaveLength(1);
    expect(heard.reports).toEqual([]);
  });

  it('tries fixes on the records as they are told, and lists of mends', async () => {
    const { session, heard, next } = openSession();
    session.load(records(left(1), right(1)), '2026-06-01');
    await next();
    session.change([left(0.9)]);
    const asked = () => {
      const [finding] = heard.reports.at(-1)?.findings.filter(({ rule }) => rule === 'gap') ?? [];
      const [fix] = finding?.fixes ?? [];
      if (!finding || !fix) throw new Error('no fix');
      return { target: finding, fix, on: '2026-06-01' };
    };
    await next();
    const outcome = await session.tryFix(asked());
    expect(outcome).toMatchObject({ consequences: [{ points: 0 }], moves: [{ kind: 'zone' }] });
    const { target, fix, on } = asked();
    const progress: number[] = [];
    const tried = await session.tryMends(
      { mends: [{ target, fix }], on },
      { signal: new AbortController().signal, onProgress: (done) => progress.push(done) },
    );
    expect(tried).toMatchObject({ mended: 1, refused: [] });
    expect(progress.at(-1)).toBe(1);
    // What comes with the ground is asked for after the change that mends it has been told.
    session.change([left(1)]);
    expect(await session.tryFix({ target, fix, on })).toEqual({
      refused: 'edit.repairRefused.changed',
    });
    session.close();
    await expect(session.tryFix({ target, fix, on })).rejects.toThrow();
  });

  it('counts the issues it is told of, and ends a trial that is cancelled', async () => {
    const { session, heard, next } = openSession();
    session.load(records(left(0.9), right(1)), '2026-06-01');
    await next();
    const gap = heard.reports[0]?.findings.find(({ rule }) => rule === 'gap');
    const [fix] = gap?.fixes ?? [];
    if (!gap || !fix) throw new Error('no fix');
    const issue = (n: number): Issue => ({
      kind: 'issue',
      id: `00000000-0000-4000-8000-00000000${7000 + n}`,
      issueClass: 'litter',
      status: 'reported',
      position: [gap.at[0] ?? 0, gap.at[1] ?? 0],
      foundAt: '2026-05-01T08:00:00Z',
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    });
    session.tellIssues(packIssues([issue(1), issue(2)], () => 'chunk'));
    const outcome = await session.tryFix({ target: gap, fix, on: '2026-06-01' });
    expect(outcome).toMatchObject({ consequences: [{ issues: 2 }] });
    const controller = new AbortController();
    const trial = session.tryMends(
      { mends: [{ target: gap, fix }], on: '2026-06-01' },
      { signal: controller.signal, onProgress: () => undefined },
    );
    controller.abort();
    await expect(trial).rejects.toMatchObject({ name: 'AbortError' });
    session.close();
  });
});
