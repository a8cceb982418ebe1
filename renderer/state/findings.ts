import { create } from 'zustand';
import { runJob } from '#renderer/jobs/run-job.ts';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import { checkedKinds } from '#shared/jobs/check.ts';
import { localDay } from '#shared/model/local-day.ts';
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

/** Pause after the last edit before the checks run again, in milliseconds. */
const restMs = 600;

let running: AbortController | null = null;
let rest: ReturnType<typeof setTimeout> | undefined;
let midnight: ReturnType<typeof setTimeout> | undefined;

/** Checks the document as it is now; a check that still runs is ended. Resolves when it is over. */
export async function runCheck(): Promise<void> {
  clearTimeout(rest);
  running?.abort();
  const { document, project, revision } = useProject.getState();
  if (!document || !project) return;
  const mine = new AbortController();
  running = mine;
  useFindings.setState({ running: true, progress: 0, error: null });
  const records = checkedKinds.flatMap((kind) => document.all(kind));
  try {
    const report = await runJob(
      'check',
      { records, on: localDay(Date.now(), project.utcOffsetMinutes) },
      {
        signal: mine.signal,
        onProgress: (progress) => {
          if (running === mine) useFindings.setState({ progress });
        },
      },
    );
    if (running !== mine) return;
    const stale = useProject.getState().revision !== revision;
    useFindings.setState({ report, stale });
    if (stale) runAfterRest();
    runAtMidnight(project.utcOffsetMinutes);
  } catch (error) {
    if (running === mine && !mine.signal.aborted) {
      useFindings.setState({ error: errorText(error) });
    }
  } finally {
    if (running === mine) {
      running = null;
      useFindings.setState({ running: false });
    }
  }
}

/** Ends a running check; an earlier report stays. */
export function cancelCheck(): void {
  clearTimeout(rest);
  running?.abort();
}

function runAfterRest(): void {
  clearTimeout(rest);
  rest = setTimeout(() => void runCheck(), restMs);
}

/** Posts and exceptions expire with the day: a window left open checks again when it changes. */
function runAtMidnight(utcOffsetMinutes: number): void {
  clearTimeout(midnight);
  const dayMs = 86_400_000;
  const sinceMidnight = (Date.now() + utcOffsetMinutes * 60_000) % dayMs;
  midnight = setTimeout(() => void runCheck(), dayMs - sinceMidnight + 1000);
}

useProject.subscribe((now, before) => {
  if (now.document !== before.document) {
    clearTimeout(rest);
    clearTimeout(midnight);
    running?.abort();
    running = null;
    useFindings.setState(unchecked);
  } else if (now.revision !== before.revision && useFindings.getState().report) {
    useFindings.setState({ stale: true });
    runAfterRest();
  }
});
