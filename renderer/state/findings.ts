import { create } from 'zustand';
import { openCheckSession } from '#renderer/jobs/open-check-session.ts';
import { runJob } from '#renderer/jobs/run-job.ts';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import { type ChainPart, joinReports } from '#shared/checks/join-reports.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { CheckSession } from '#shared/jobs/check-session/session-client.ts';
import { checkedKinds } from '#shared/jobs/check.ts';
import { JobError } from '#shared/jobs/job-error.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import { errorText } from './error-text.ts';
import { useProject } from './project.ts';

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
export const useFindings = create<FindingsState>()(() => unchecked);

const nothingListed: readonly Finding[] = [];
const listed = new WeakMap<CheckReport, readonly Finding[]>();

/** All that the lists and the map show of a report: what is wrong and, last, what is only noted. */
export function listedFindings(report: CheckReport | null): readonly Finding[] {
  if (!report) return nothingListed;
  let all = listed.get(report);
  if (!all) {
    all = [...report.findings, ...(report.notes ?? [])];
    listed.set(report, all);
  }
  return all;
}

/** Pause after the last edit before the levels and the proof of 纵到底 are proved again, in milliseconds. */
const restMs = 600;
/** Share of the progress that the proof of 横到边 takes. */
const coverageShare = 0.85;

type Checked = RecordOf<RecordKind>;

/** The session that follows the document; without one everything is checked after each pause. */
let session: CheckSession | null = null;
/** A session's worker has been lost with this document: it is not tried again by itself. */
let sessionLost = false;
let coverage: CheckReport | null = null;
let chain: ChainPart | null = null;
/** The document has changed since the last proof of 纵到底. */
let chainDue = false;
let whole: AbortController | null = null;
let rest: ReturnType<typeof setTimeout> | undefined;
let midnight: ReturnType<typeof setTimeout> | undefined;
let stopFollowing: () => void = () => {};
/** Called when the check that runs is over. */
let finished: () => void = () => {};

/** Checks the document as it is now; a check that still runs is ended. Resolves when it is over. */
export async function runCheck(): Promise<void> {
  sessionLost = false;
  end();
  const { document, project } = useProject.getState();
  if (!document || !project) return;
  runAtMidnight(project.utcOffsetMinutes);
  follow(document);
  useFindings.setState({ running: true, progress: 0, error: null });
  const over = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const records = checkedKinds.flatMap((kind) => document.all(kind)) as Checked[];
  session = openCheckSession({
    progress: (fraction) => useFindings.setState({ progress: coverageShare * fraction }),
    coverage: takeCoverage,
    chain: takeChain,
    failed: (error) => {
      session = null;
      if (error instanceof JobError) {
        // The worker is gone, as when memory runs out: one job at a time needs less.
        sessionLost = true;
        void checkWhole();
        return;
      }
      useFindings.setState({ running: false, error: errorText(error) });
      finished();
    },
  });
  session.load(records, localDay(Date.now(), project.utcOffsetMinutes));
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
 * Shows what the checks would say if zones were as given, until they are told otherwise: for a drag,
 * at each frame. Nothing is stored. Without a session nothing happens.
 */
export function previewZones(zones: readonly Zone[]): void {
  session?.change(zones);
  // What the change has put off.
  if (chainDue) afterRest(() => session?.askChain());
}

function takeCoverage(report: CheckReport): void {
  coverage = report;
  if (!chain) {
    useFindings.setState({ progress: coverageShare });
    session?.askChain();
    return;
  }
  const stale = chainDue || !session?.isSettled;
  useFindings.setState({ report: joinReports(report, chain), stale });
}

function takeChain(part: ChainPart): void {
  chain = part;
  chainDue = false;
  if (!coverage) return;
  const report = joinReports(coverage, part);
  useFindings.setState({ report, stale: !session?.isSettled, running: false });
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
  coverage = null;
  chain = null;
  chainDue = false;
  whole?.abort();
  whole = null;
  useFindings.setState({ running: false });
  finished();
}

/** Tells the session of all that the document's patches change. */
function follow(document: Document): void {
  stopFollowing();
  stopFollowing = document.subscribe((patch) => {
    const { put, removed } = changeOf(patch);
    if (put.length + removed.length === 0) return;
    if (session) {
      chainDue = true;
      session.change(put, removed);
      if (useFindings.getState().report) useFindings.setState({ stale: true });
      afterRest(() => session?.askChain());
    } else {
      useFindings.setState({ stale: true });
      afterRest(() => void (sessionLost ? checkWhole() : runCheck()));
    }
  });
}

function changeOf(patch: Patch): { put: Checked[]; removed: Checked[] } {
  const isChecked = (record: AnyRecord): record is Checked => checkedKinds.includes(record.kind);
  const updated = Object.values(patch.updated).map(([, to]) => to);
  return {
    put: [...updated, ...Object.values(patch.added)].filter(isChecked),
    removed: Object.values(patch.removed).filter(isChecked),
  };
}

function afterRest(task: () => void): void {
  clearTimeout(rest);
  rest = setTimeout(task, restMs);
}

/** Posts and exceptions expire with the day: a window left open checks again when it changes. */
function runAtMidnight(utcOffsetMinutes: number): void {
  clearTimeout(midnight);
  const dayMs = 86_400_000;
  const sinceMidnight = (Date.now() + utcOffsetMinutes * 60_000) % dayMs;
  midnight = setTimeout(() => void runCheck(), dayMs - sinceMidnight + 1000);
}

useProject.subscribe((now, before) => {
  if (now.document === before.document) return;
  clearTimeout(midnight);
  end();
  useFindings.setState(unchecked);
});
