import { openCheckSession } from '#renderer/jobs/open-check-session.ts';
import { runJob } from '#renderer/jobs/run-job.ts';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import { type ChainPart, joinReports } from '#shared/checks/join-reports.ts';
import type { Document } from '#shared/edits/document.ts';
import { recordsIn } from '#shared/edits/patch.ts';
import type { CheckSession } from '#shared/jobs/check-session/session-client.ts';
import type { ChainSession } from '#shared/jobs/chain-session/chain-client.ts';
import { chainKinds, checkedKinds, groundKinds } from '#shared/jobs/check.ts';
import { JobError } from '#shared/jobs/job-error.ts';
import { goAtOnce } from '#shared/jobs/record-parts.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';
import { closeChain, openChain } from './chain.ts';
import { errorText } from './error-text.ts';
import { whenSaved } from './project-actions.ts';
import { useProject } from './project.ts';
import { createFollowed } from './rendering.ts';

interface FindingsState {
  report: CheckReport | null;
  /** The document has changed since the report. */
  stale: boolean;
  running: boolean;
  /** 0 to 1. */
  progress: number;
  /** Message of a check that failed. */
  error: string | null;
}

const unchecked: FindingsState = {
  report: null,
  stale: false,
  running: false,
  progress: 0,
  error: null,
};

/** What the checks found. Once there is a report it follows the edits by itself. */
export const useFindings = createFollowed<FindingsState>(unchecked);

const nothingListed: readonly Finding[] = [];
const nothingNoted: readonly Finding[] = [];
const listed = new WeakMap<readonly Finding[], WeakMap<readonly Finding[], readonly Finding[]>>();

/** All that the lists and the map show of a report: what is wrong and, last, what is only noted. */
export function listedFindings(report: CheckReport | null): readonly Finding[] {
  if (!report) return nothingListed;
  const { findings, notes = nothingNoted } = report;
  const byNotes = listed.get(findings) ?? new WeakMap<readonly Finding[], readonly Finding[]>();
  listed.set(findings, byNotes);
  const all = byNotes.get(notes) ?? [...findings, ...notes];
  byNotes.set(notes, all);
  return all;
}

/** Pause after the last edit of ground before the levels and the chain are proved again, in milliseconds. */
const restMs = 600;
/** While ground is dragged, lists and map follow the findings in steps of so many milliseconds. */
const previewStepMs = 100;
/** Between two looks at the clock, in milliseconds. */
const lookAtClockMs = 20_000;
/** Share of the progress that the proof of 横到边 takes. */
const coverageShare = 0.85;

type Checked = RecordOf<RecordKind>;

/** The sessions that follow the document; without them everything is checked after each pause. */
let session: CheckSession | null = null;
let chainSession: ChainSession | null = null;
/** A session's worker has been lost with this document: it is not tried again by itself. */
let sessionLost = false;
let coverage: CheckReport | null = null;
let levels: readonly Finding[] | null = null;
let chain: ChainPart | null = null;
/** Ground has changed since the levels were held against each other. */
let levelsDue = false;
let whole: AbortController | null = null;
let rest: ReturnType<typeof setTimeout> | undefined;
let clock: ReturnType<typeof setInterval> | undefined;
let stopFollowing: () => void = () => {};
let joined: { of: readonly unknown[]; findings: Finding[] } | null = null;
/** Called when the check that runs is over. */
let finished: () => void = () => {};

/** Checks the document as it is now; a check that still runs is ended. Resolves when it is over. */
export async function runCheck(): Promise<void> {
  sessionLost = false;
  end();
  const { document, project } = useProject.getState();
  if (!document || !project) return;
  follow(document);
  useFindings.setState({ running: true, progress: 0, error: null });
  const over = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const on = localDay(Date.now(), project.utcOffsetMinutes);
  watchClock(on, project.utcOffsetMinutes);
  session = openCheckSession({
    progress: (fraction) => useFindings.setState({ progress: coverageShare * fraction }),
    coverage: takeCoverage,
    levels: takeLevels,
    failed,
  });
  session.load(groundKinds.flatMap((kind) => document.all(kind)) as Checked[], on);
  const chained = chainKinds.flatMap((kind): readonly AnyRecord[] => document.all(kind));
  chainSession = openChain(chained, on, { proof: takeChain, failed });
  await over;
}

/** Ends a running check; an earlier report stays, and is made anew after the next edit. */
export function cancelCheck(): void {
  const { running, report } = useFindings.getState();
  if (!running) return;
  end();
  const { document } = useProject.getState();
  if (document && report) follow(document);
}

/**
 * Shows what the checks would say if ground were as given and some of it gone, until they are told
 * otherwise: for a drag, at each frame. Nothing is stored. Without a session nothing happens.
 */
export function previewGround(put: readonly AnyRecord[], removed: readonly AnyRecord[]): void {
  session?.preview(put as Checked[], removed as Checked[], previewStepMs);
  // What the change has put off.
  if (levelsDue) afterRest(tellGround);
}

/** The session that follows the document, on which fixes are tried; null while there is none. */
export function checkSession(): CheckSession | null {
  return session;
}

function takeCoverage(report: CheckReport): void {
  coverage = report;
  if (levels) return tellReport();
  useFindings.setState({ progress: coverageShare });
  session?.askLevels();
}

function takeLevels(findings: readonly Finding[]): void {
  levels = findings;
  levelsDue = false;
  tellReport();
}

function takeChain(part: ChainPart): void {
  chain = part;
  tellReport();
}

/** The report of what all parts said last, once each has said something. */
function tellReport(): void {
  if (!coverage || !levels || !chain) return;
  const stale = levelsDue || !session?.isSettled || !chainSession?.isSettled;
  useFindings.setState({ report: joinedReport(coverage, levels, chain), stale, running: false });
  finished();
}

/** With the findings of before as long as its parts have the same: whoever lists them has nothing to do then. */
function joinedReport(checked: CheckReport, nested: readonly Finding[], proved: ChainPart) {
  const of = [checked.findings, nested, proved];
  const all = { ...proved, findings: [...nested, ...proved.findings] };
  const report = joinReports(checked, all);
  if (joined?.of.every((part, i) => part === of[i])) report.findings = joined.findings;
  joined = { of, findings: report.findings };
  return report;
}

function failed(error: Error): void {
  session?.close();
  session = null;
  closeChain();
  chainSession = null;
  if (error instanceof JobError) {
    // A worker is gone, as when memory runs out: one job at a time needs less.
    sessionLost = true;
    void checkWhole();
    return;
  }
  useFindings.setState({ running: false, error: errorText(error) });
  finished();
}

/** Checks everything in one job. */
async function checkWhole(): Promise<void> {
  whole?.abort();
  const { document, project, revision } = useProject.getState();
  if (!document || !project) return;
  const mine = new AbortController();
  whole = mine;
  useFindings.setState({ running: true, progress: 0, error: null });
  const records = checkedKinds.flatMap((kind) => document.all(kind));
  try {
    const report = await runJob(
      'check',
      { records, on: localDay(Date.now(), project.utcOffsetMinutes) },
      {
        signal: mine.signal,
        onProgress: (progress) => {
          if (whole === mine) useFindings.setState({ progress });
        },
      },
    );
    if (whole !== mine) return;
    const stale = useProject.getState().revision !== revision;
    useFindings.setState({ report, stale });
    if (stale) afterRest(() => void checkWhole());
  } catch (error) {
    if (whole === mine && !mine.signal.aborted) useFindings.setState({ error: errorText(error) });
  } finally {
    if (whole === mine) {
      whole = null;
      useFindings.setState({ running: false });
      finished();
    }
  }
}

/** Ends everything that runs. */
function end(): void {
  clearTimeout(rest);
  stopFollowing();
  stopFollowing = () => {};
  session?.close();
  session = null;
  closeChain();
  chainSession = null;
  coverage = null;
  levels = null;
  chain = null;
  joined = null;
  levelsDue = false;
  whole?.abort();
  whole = null;
  useFindings.setState({ running: false });
  finished();
}

/** Tells the sessions of all that the document's patches change. */
function follow(document: Document): void {
  stopFollowing();
  stopFollowing = document.subscribe((patch) => {
    const chained = recordsIn(patch, chainKinds);
    if (chained.put.length + chained.removed.length === 0) return;
    if (!session) {
      useFindings.setState({ stale: true });
      afterRest(() => void (sessionLost ? checkWhole() : runCheck()));
      return;
    }
    if (useFindings.getState().report) useFindings.setState({ stale: true });
    chainSession?.change(chained.put, chained.removed);
    const ground = recordsIn(patch, groundKinds);
    if (ground.put.length + ground.removed.length === 0) {
      if (levelsDue) return;
      // Posts, people, teams and duty lists are proved at once; a long list of issues is stored and drawn first.
      if (goAtOnce(chained.put)) chainSession?.tell();
      else afterRest(() => void tellOnceSaved());
      return;
    }
    levelsDue = true;
    session.change(ground.put as Checked[], ground.removed as Checked[]);
    afterRest(tellGround);
  });
}

async function tellOnceSaved(): Promise<void> {
  const told = chainSession;
  await whenSaved().catch(() => undefined);
  // Nobody waits for the session of another project.
  if (told === chainSession) told?.tell();
}

function tellGround(): void {
  session?.askLevels();
  chainSession?.tell();
}

function afterRest(task: () => void): void {
  clearTimeout(rest);
  rest = setTimeout(task, restMs);
}

/**
 * Posts and exceptions expire with the day: a window left open checks again when it changes. Within
 * the day the chain is told the time, so that the cut-off of the duty list is not missed. Looked at
 * now and then, for a timer stands still while a laptop sleeps.
 */
function watchClock(on: string, utcOffsetMinutes: number): void {
  clearInterval(clock);
  clock = setInterval(() => {
    const now = Date.now();
    if (localDay(now, utcOffsetMinutes) !== on) void runCheck();
    else chainSession?.passTo(on, now);
  }, lookAtClockMs);
}

useProject.subscribe((now, before) => {
  if (now.document === before.document) return;
  clearInterval(clock);
  end();
  useFindings.setState(unchecked);
});
