import { runJob } from '#renderer/jobs/run-job.ts';
import { dropBackupKey } from '#renderer/storage/backup-keys.ts';
import { deleteStored, storeWhole } from '#renderer/storage/project-store.ts';
import {
  forgetProject,
  listStoredProjects,
  noteProject,
  type ProjectEntry,
} from '#renderer/storage/registry.ts';
import { type StorageError, toStorageError } from '#renderer/storage/storage-error.ts';
import type { Command, CommandResult } from '#shared/edits/command.ts';
import type { EditState, Step } from '#shared/edits/history.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { stepOnto } from '#shared/edits/scenario/history-track.ts';
import { editInPlan } from '#shared/edits/scenario/edit-in-plan.ts';
import { samePlan, type ShownPlan } from '#shared/edits/scenario/shown-plan.ts';
import type { Project } from '#shared/model/project.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { defaultChainRules } from '#shared/model/chain-rules.ts';
import { defaultSchemes } from '#shared/model/templates/default-schemes.ts';
import { goAlong } from './go-along.ts';
import { oneByOne } from './one-by-one.ts';
import { closedProject, useProject } from './project.ts';
import { dropOldSealing } from './project-file.ts';
import { ProjectSession } from './project-session.ts';
import { holdRendering } from './rendering.ts';
import { recallPlan, rememberPlan } from './remembered-plan.ts';
import { unpackFile } from './unpacked-file.ts';

export type { ProjectEntry };

/** An edit of more records than that is rendered in a task of its own. */
const mostRenderedAtOnce = 500;

/** Rendering of a change of plan, or of a large edit, comes in a task of its own, and no later than this after it (ms). */
const mostRenderedLaterMs = 100;

let session: ProjectSession | null = null;

/** Opening and closing go one after the other, whoever asks: two sessions never meet. */
const inTurn = oneByOne();

/**
 * Opens a project of this machine; what was open before is closed first. How it went is in
 * `useProject`: `ready`, or `broken` with the reason. With `readOnly` it never becomes the writer.
 */
export function openProject(id: string, options: { readOnly?: boolean } = {}): Promise<void> {
  return inTurn(() => openNow(id, options));
}

async function openNow(id: string, options: { readOnly?: boolean } = {}): Promise<void> {
  await closeNow();
  const opened: ProjectSession = new ProjectSession(id, options.readOnly ?? false, {
    changed: () => session === opened && show(opened),
    failed: (error) => session === opened && showFailure(error),
  });
  session = opened;
  useProject.setState({ ...closedProject, status: 'loading' });
  try {
    await opened.open();
  } catch (error) {
    if (session === opened) {
      useProject.setState({ ...closedProject });
      showFailure(toStorageError(error, 'cannot-open'));
    }
    return;
  }
  if (session !== opened) return;
  useProject.setState({ status: 'ready' });
  if (!options.readOnly) opened.planned.show(recallPlan(id));
  opened.showPlan(opened.planned.plan);
  if (!options.readOnly) await noteOpened();
}

/** Makes an empty project with the template's schemes and opens it. @throws StorageError */
export async function createProject(options: { name: string }): Promise<void> {
  const project: Project = {
    kind: 'project',
    id: crypto.randomUUID(),
    name: options.name,
    createdAt: new Date().toISOString(),
    inspectionDate: null,
    utcOffsetMinutes: 480,
    invented: false,
    sources: [],
    schemes: defaultSchemes(),
    chain: defaultChainRules(),
  };
  await storeWhole(project.id, { records: [project], audit: [] });
  await openProject(project.id);
}

/**
 * Stores a project file on this machine and opens it. Nothing here is overwritten by something older:
 * see place-project-file.ts. Answers the id that the project has in the file.
 * @throws FormatError (`storage.file.locked` when it asks for a passphrase), StorageError
 */
export async function openProjectFile(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string | null = null,
): Promise<string> {
  const file = await unpackFile(bytes, passphrase);
  await inTurn(async () => {
    await closeNow();
    await openNow(await file.place());
  });
  return file.id;
}

/**
 * The project in memory as a file, also when the storage has failed; sealed when there is a passphrase.
 * @throws Error when none is open.
 */
export async function packCurrentProject(
  passphrase: string | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!session || !useProject.getState().document) throw new Error('no project is open');
  const records: AnyRecord[] = [...session.stored.everything()];
  return runJob('packProject', { records, audit: [...session.history.rows], passphrase });
}

/** All projects on this machine, last opened first. @throws StorageError */
export function listProjects(): Promise<ProjectEntry[]> {
  return listStoredProjects();
}

/** Deletes a project from this machine for good; if it is open here it is closed. @throws StorageError */
export function deleteProject(id: string): Promise<void> {
  return inTurn(async () => {
    if (session?.id === id) await closeNow();
    await deleteStored(id);
    await forgetProject(id);
    await dropBackupKey(id);
    dropOldSealing(id);
  });
}

/** Closes the project once its last edit is stored, or has failed to be. */
export function closeProject(): Promise<void> {
  return inTurn(closeNow);
}

async function closeNow(): Promise<void> {
  const closing = session;
  if (!closing) return;
  // A failure has been shown already; leaving it by this door is the user's decision.
  await closing.whenSaved().catch(() => undefined);
  await closing.close();
  if (session === closing) {
    session = null;
    useProject.setState({ ...closedProject });
  }
}

/**
 * Runs a command on the plan that the window shows: on the one in force, or in the scenario. It counts at
 * once in memory and is stored after.
 */
export function edit<Arguments>(command: Command<Arguments>, args: Arguments): CommandResult {
  return carryOut(({ planned }) => editInPlan(planned, command, args));
}

/** Runs a command on what is stored, whatever plan is shown: for edits of the plans themselves. */
export function editPlans<Arguments>(command: Command<Arguments>, args: Arguments): CommandResult {
  return carryOut(({ stored }) => runCommand(stored, command, args));
}

function carryOut(run: (session: ProjectSession) => CommandResult): CommandResult {
  const refused = whyNot();
  if (!session || refused) return { refused: refused ?? 'edit.refused.notReady' };
  const result = run(session);
  if ('patch' in result) {
    const { label, patch, merged, keptOut, mends } = result;
    const more = {
      ...(merged && { merged }),
      ...(keptOut && { keptOut }),
      ...(mends && { mends }),
    };
    apply(session, { action: 'edit', of: null, label, patch, ...more });
  }
  return result;
}

/** Applies a step; what a large one changes is shown when the window has taken it up. */
function apply(to: ProjectSession, step: Step): void {
  const { added, updated, removed } = step.patch;
  const count = [added, updated, removed].reduce((sum, one) => sum + Object.keys(one).length, 0);
  const render = count > mostRenderedAtOnce ? holdRendering(mostRenderedLaterMs) : null;
  try {
    to.apply(step);
  } finally {
    render?.();
  }
}

/**
 * Shows a plan in this window: map, tables, checks and edits are about it from now on. Nothing is stored
 * but which one it was, so that the window shows it again when the project is next opened.
 */
export function showPlan(plan: ShownPlan): void {
  if (!session || useProject.getState().status !== 'ready') return;
  // To find out which zones are otherwise takes long enough for one task.
  const render = holdRendering(mostRenderedLaterMs);
  session.showPlan(plan);
  rememberPlan(session.id, session.planned.plan);
  render();
}

/** Takes back the last edit. Answers false when there is none, or this window may not write. */
export function undo(): boolean {
  const step = whyNotUndo() ? null : session?.history.undoStep();
  if (session && step) apply(session, step);
  return Boolean(step);
}

/** Does again what was last taken back. Answers false when there is none, or this window may not write. */
export function redo(): boolean {
  const step = whyNotUndo() ? null : session?.history.redoStep();
  if (session && step) apply(session, step);
  return Boolean(step);
}

/**
 * Goes to the state after a row of the log, by undo or redo as far as they lead, else by an edit that
 * restores it; an edit meanwhile ends the jump. Answers whether the state is reached.
 */
export async function jumpTo(sequence: number): Promise<boolean> {
  const jumping = session;
  const way = whyNotUndo() ? null : jumping?.history.wayTo(sequence);
  if (!jumping || !way) return false;
  if ('restore' in way) {
    const label = { key: 'history.restored', params: { sequence } };
    const patch = stepOnto(jumping.stored, way.restore);
    jumping.apply({ action: 'edit', of: null, label, patch });
    return true;
  }
  return goAlong(jumping, way, () => session === jumping && !whyNotUndo());
}

/** What has become of each edit, by the id of its row; see `history` of `useProject` for when that changes. */
export function editStates(): ReadonlyMap<string, EditState> {
  return session?.history.states() ?? new Map();
}

/** Resolves when every edit so far is stored. @throws StorageError when one could not be. */
export async function whenSaved(): Promise<void> {
  await session?.whenSaved();
}

/** The way back after a failure: stores what is still in memory, or loads again. */
export function retryStorage(): Promise<void> {
  return inTurn(retryNow);
}

async function retryNow(): Promise<void> {
  const failed = session;
  if (!failed || useProject.getState().status !== 'broken') return;
  if (!useProject.getState().document) return openNow(failed.id, { readOnly: failed.readOnly });
  try {
    await failed.retry();
  } catch (error) {
    if (session === failed) showFailure(toStorageError(error, 'cannot-write'));
    return;
  }
  if (session !== failed) return;
  useProject.setState({ status: 'ready', failure: null });
  show(failed);
}

function whyNot(): string | null {
  const { status, role } = useProject.getState();
  if (status !== 'ready') return 'edit.refused.notReady';
  return role === 'reader' ? 'edit.refused.reader' : null;
}

/** What nobody sees is not taken back. */
function whyNotUndo(): string | null {
  if (session?.planned.plan.of === 'day') return 'edit.scenario.refused.past';
  return whyNot();
}

function show(shown: ProjectSession): void {
  const before = useProject.getState();
  const { document, stored, history, role, savedAt, saving } = shown;
  const { plan } = shown.planned;
  useProject.setState((state) => {
    const isChanged =
      state.document !== document ||
      state.history.length !== history.rows.length ||
      !samePlan(state.plan, plan);
    return {
      role,
      savedAt,
      saving,
      ...(isChanged && {
        document,
        plan,
        stored,
        project: document.all('project')[0] ?? null,
        undoLabel: history.undoLabel,
        redoLabel: history.redoLabel,
        history: [...history.rows],
        revision: state.revision + 1,
      }),
    };
  });
  const { project, status } = useProject.getState();
  const isRenamed = before.project?.id === project?.id && before.project?.name !== project?.name;
  if (isRenamed && status === 'ready' && role === 'writer') void noteOpened();
}

function showFailure(error: StorageError): void {
  const { reason, detail } = error;
  useProject.setState({ status: 'broken', failure: { reason, detail } });
}

async function noteOpened(): Promise<void> {
  const { project } = useProject.getState();
  if (!project) return;
  const { id, name, invented } = project;
  try {
    await noteProject({ id, name, invented, opened: Date.now() });
  } catch (error) {
    // The list only orders the projects, and is read from the databases where it fails.
    console.warn(error);
  }
}

if (typeof window !== 'undefined') {
  // A window does not close without asking while an edit is on its way to the disk.
  window.addEventListener('beforeunload', (event) => {
    const { status, saving } = useProject.getState();
    if (status === 'ready' && saving) event.preventDefault();
  });
}
