import { create } from 'zustand';
import type { GroundMove } from '#shared/analysis/ground-moves.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { FixRequest } from '#shared/edits/apply-fix.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { completeRemovals } from '#shared/edits/repair/complete-removals.ts';
import type { Document } from '#shared/edits/document.ts';
import { JobError } from '#shared/jobs/job-error.ts';
import { type FixOutcome, tryFix } from '#shared/jobs/try-fix.ts';
import { checkSession, listedFindings, useFindings } from './findings.ts';
import { type FixChoice, type FixForm, fixKey, placeholders, requestOf } from './fix-outcome.ts';
import { useProject } from './project.ts';
import { edit } from './project-actions.ts';
import { useView } from './view.ts';

interface RepairState {
  /** The fix under the pointer. */
  looked: FixChoice | null;
  /** The fix chosen; it waits for a word to carry it out. */
  held: FixChoice | null;
  /** Whether the form of the chosen fix is open, where it has one. */
  filling: boolean;
  /** What each fix would do to the document as it is, by {@link fixKey}. */
  outcomes: ReadonlyMap<string, FixOutcome>;
  /** Whether streets and communities follow the zones where they have the same fault. */
  carry: boolean;
  /** The finding mended last: when the check drops it, the list moves on to the next. */
  mendedId: string | null;
}

const untouched: RepairState = {
  looked: null,
  held: null,
  filling: false,
  outcomes: new Map(),
  carry: true,
  mendedId: null,
};

/** Which fix is looked at, chosen or tried; the document knows nothing of it until one is applied. */
export const useRepair = create<RepairState>()(() => untouched);

/** What the fix under the pointer, else the one chosen, would do; null when there is none. */
export function usePreview(): readonly GroundMove[] | null {
  return useRepair(({ looked, held, outcomes }) => {
    const shown = looked ?? held;
    const outcome = shown && outcomes.get(fixKey(shown));
    return outcome && 'result' in outcome ? outcome.moves : null;
  });
}

/** The finding that list and map point at; undefined when there is none. */
export function useActiveFinding(): Finding | undefined {
  const id = useView((view) => view.activeFindingId);
  return useFindings(({ report }) =>
    id === null ? undefined : listedFindings(report).find((finding) => finding.id === id),
  );
}

/** Where the keyboard goes back to when a fix has been applied or left. */
let home: HTMLElement | null = null;

export function sameChoice(one: FixChoice | null, other: FixChoice | null): boolean {
  return one === other || (one !== null && other !== null && fixKey(one) === fixKey(other));
}

/**
 * Shows what a fix would do as long as the pointer is over it; null when it leaves. A form that is
 * being filled in stays where it is.
 */
export function lookAtFix(looked: FixChoice | null): void {
  if (looked && useRepair.getState().filling) return;
  useRepair.setState({ looked });
  if (looked) tryChoice(looked);
}

/**
 * Chooses a fix: its finding becomes the active one, and it waits to be applied.
 * @param from where the keyboard goes back to: the table around it, else the element itself
 * @param filling whether a fix that asks for more opens its form at once
 */
export function holdFix(choice: FixChoice, from: HTMLElement | null, filling = false): void {
  home = from?.closest<HTMLElement>('[role="grid"], [data-home]') ?? from ?? home;
  useRepair.setState({ held: choice, filling, ...(filling && { looked: null }) });
  if (useView.getState().activeFindingId !== choice.finding.id) {
    useView.getState().activateFinding(choice.finding.id);
  }
  tryChoice(choice);
}

/** Leaves a chosen fix without a change. Answers whether there was one. */
export function dropFix(): boolean {
  if (!useRepair.getState().held) return false;
  useRepair.setState({ held: null, looked: null, filling: false });
  goHome();
  return true;
}

/**
 * Carries the chosen fix out as one edit, as it was tried on the document as it still is, or with what a
 * form says; null when none is chosen, or something else has changed the document meanwhile.
 */
export async function applyHeldFix(form: FixForm = {}): Promise<CommandResult | null> {
  const { held, outcomes } = useRepair.getState();
  const { document, project } = useProject.getState();
  if (!held || !document || !project) return null;
  const isAsked = form.newZone !== undefined || form.exception !== undefined;
  const mine = era;
  const known = isAsked ? undefined : outcomes.get(fixKey(held));
  const tried = known ?? (await outcomeOf(document, requestFor(held, form)));
  if (mine !== era || 'refused' in tried) return 'refused' in tried ? tried : null;
  const result = edit((view) => {
    return { ...tried.result, patch: completeRemovals(view, tried.result.patch) };
  }, undefined);
  if ('patch' in result) {
    useRepair.setState({ held: null, looked: null, filling: false, mendedId: held.finding.id });
    goHome();
  }
  return result;
}

/** Tries all fixes of a finding, one in each turn of the window, so that none of them makes it wait. */
export function tryFixesOf(finding: Finding): () => void {
  const waiting = [...finding.fixes];
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    const fix = waiting.shift();
    if (!fix) return;
    tryChoice({ finding, fix });
    timer = setTimeout(next, 16);
  };
  timer = setTimeout(next, 250);
  return () => clearTimeout(timer);
}

/** Sets whether streets and communities follow, and tries again what is chosen. */
export function setCarry(carry: boolean): void {
  era++;
  useRepair.setState({ carry, outcomes: new Map() });
  const { looked, held } = useRepair.getState();
  const shown = looked ?? held;
  if (shown) tryChoice(shown);
}

function requestFor(choice: FixChoice, form: FixForm): FixRequest {
  const { carry } = useRepair.getState();
  const utcOffset = useProject.getState().project?.utcOffsetMinutes ?? 0;
  const findings = useFindings.getState().report?.findings ?? [];
  return requestOf(choice, findings, { utcOffset, carry }, form);
}

/** What is being tried. */
const trying = new Set<string>();
/** Grows whenever what was tried no longer holds. */
let era = 0;

/** What a fix would do: told by the worker that follows the document, else worked out here. */
async function outcomeOf(document: Document, request: FixRequest): Promise<FixOutcome> {
  const session = checkSession();
  if (!session) return tryFix(document, request);
  session.tellIssues(document.all('issueChunk'));
  try {
    return await session.tryFix(request);
  } catch (error) {
    // The worker is gone; the window has all it takes.
    if (error instanceof JobError) return tryFix(document, request);
    throw error;
  }
}

/** Works out what a fix would do, unless that is known. */
function tryChoice(choice: FixChoice): void {
  const key = fixKey(choice);
  const { document, project } = useProject.getState();
  if (!document || !project || useRepair.getState().outcomes.has(key)) return;
  const mine = era;
  const name = `${mine} ${key}`;
  if (trying.has(name)) return;
  trying.add(name);
  void outcomeOf(document, requestFor(choice, placeholders(choice.fix, project.utcOffsetMinutes)))
    .then((outcome) => {
      if (mine !== era) return;
      useRepair.setState(({ outcomes }) => ({ outcomes: new Map(outcomes).set(key, outcome) }));
    })
    .finally(() => trying.delete(name));
}

function goHome(): void {
  const target = home;
  home = null;
  if (target?.isConnected) target.focus({ preventScroll: true });
}

// What was tried holds for the document and the list as they were.
useProject.subscribe((now, before) => {
  if (now.document !== before.document) {
    era++;
    useRepair.setState(untouched);
  } else if (now.revision !== before.revision) {
    era++;
    useRepair.setState({ outcomes: new Map(), held: null, looked: null, filling: false });
  }
});
useFindings.subscribe(({ report }, before) => {
  if (report === before.report) return;
  const { held, looked } = useRepair.getState();
  const still = (choice: FixChoice | null): FixChoice | null => {
    const finding = choice && report?.findings.find(({ id }) => id === choice.finding.id);
    const fix = finding?.fixes.find((each) => sameChoice({ finding, fix: each }, choice));
    return finding && fix ? { finding, fix } : null;
  };
  const next = { held: still(held), looked: still(looked) };
  const filling = next.held !== null && useRepair.getState().filling;
  era++;
  useRepair.setState({ ...next, filling, outcomes: new Map() });
  const shown = next.looked ?? next.held;
  if (shown) tryChoice(shown);
});
// Another finding has been chosen: the fix of this one is left.
useView.subscribe(({ activeFindingId }) => {
  const { held } = useRepair.getState();
  if (held && held.finding.id !== activeFindingId) {
    useRepair.setState({ held: null, filling: false });
  }
});
