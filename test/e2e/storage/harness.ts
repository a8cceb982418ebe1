import { runJob } from '#renderer/jobs/run-job.ts';
import { runCheck, useFindings } from '#renderer/state/findings.ts';
import { trustAsItStands } from '#renderer/state/keep/keeper.ts';
import { mendByLog } from '#renderer/state/keep/mend-by-log.ts';
import { runKeepJob } from '#renderer/state/keep/run-keep-job.ts';
import { sealFromNow, sealingOf, unsealFromNow } from '#renderer/state/keep/sealing.ts';
import { useProject } from '#renderer/state/project.ts';
import * as actions from '#renderer/state/project-actions.ts';
import { ProjectDatabase } from '#renderer/storage/project-database.ts';
import { withStore } from '#renderer/storage/project-store.ts';
import { storedVersion } from '#renderer/storage/stored-version.ts';
import { onUpgrade } from '#renderer/storage/upgrade-database.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { updateProject } from '#shared/edits/commands/update-project.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import { isToldByLog } from '#shared/keep/mend-from-log.ts';
import { parseRecord, type RecordKind, recordKinds } from '#shared/model/record.ts';
import { textAt } from '#shared/model/text-column.ts';
import { issues, lookThrough, people, workOn } from './unattended.ts';

/** Everything that outlives a reload, in a form that can leave the page. */
function snapshot() {
  const { status, failure, role, document, history, undoLabel, redoLabel, saving } =
    useProject.getState();
  return {
    status,
    reason: failure?.reason ?? null,
    detail: failure?.detail ?? null,
    role,
    saving,
    id: useProject.getState().project?.id ?? null,
    name: useProject.getState().project?.name ?? null,
    people: (document?.all('person') ?? []).map((person) => person.name).sort(),
    actions: history.map((row) => row.action),
    canUndo: undoLabel !== null,
    canRedo: redoLabel !== null,
  };
}

const addPerson = (name: string, phone = '') =>
  actions.edit(putRecords, {
    records: [parseRecord({ kind: 'person', id: crypto.randomUUID(), name, phone })],
  });

const addDutyList = (day: string) =>
  actions.edit(putRecords, {
    records: [parseRecord({ kind: 'dutyList', id: crypto.randomUUID(), day, entries: [] })],
  });

const addIssues = (count: number) => actions.edit(putRecords, { records: issues(count) });

/** What this window heard of databases being brought to today's schema. */
const upgrades: (number | null)[] = [];
onUpgrade((_, fraction) => upgrades.push(fraction));

const harness = {
  upgrades,
  storedVersion,
  ...actions,
  snapshot,
  addPerson,
  addDutyList,
  addIssues,
  rename: (name: string) => actions.edit(updateProject, { name }),
  counts: (): Partial<Record<RecordKind, number>> =>
    Object.fromEntries(
      recordKinds.map((kind) => [kind, useProject.getState().document?.all(kind).length ?? 0]),
    ),
  issueCoordinates: () =>
    useProject
      .getState()
      .document?.all('issueChunk')
      .map((chunk) => [chunk.longitude instanceof Int32Array, ...chunk.longitude.slice(0, 2)]),
  issueTexts: () =>
    useProject
      .getState()
      .document?.all('issueChunk')
      .map((chunk) => Array.from({ length: chunk.count }, (_, index) => textAt(chunk, index))) ??
    [],
  /** How many chunks of issues the database of a project keeps. */
  partCount: async (projectId: string) => {
    const database = new ProjectDatabase(projectId);
    await database.open();
    const count = await database.issuePart.count();
    database.close();
    return count;
  },
  peopleInFile: async () => {
    const { records } = await unpackProject(await actions.packCurrentProject());
    return records.flatMap((record) => (record.kind === 'person' ? [record.name] : []));
  },
  useFindings,
  runCheck,
  runJob,
  /** What the look through the open project finds. */
  problems: async () => runKeepJob('check', useProject.getState().project?.id ?? ''),
  /** Counts and hashes as they are kept in the database, not as they are counted now. */
  tally: () =>
    withStore(useProject.getState().project?.id ?? '', async (store) => {
      const { head, found } = await store.loadCounted();
      return { kept: head.tally, found };
    }),
  personId: (name: string) =>
    useProject
      .getState()
      .document?.all('person')
      .find((person) => person.name === name)?.id ?? '',
  /** Makes what the log tells of as the log says, and stores it. */
  mend: async () => {
    const problems = await runKeepJob('check', useProject.getState().project?.id ?? '');
    mendByLog(problems.filter(isToldByLog));
    await actions.whenSaved();
  },
  trust: trustAsItStands,
  /** Opens a project file of people that no log tells of. */
  openPeople: async (count: number) => {
    const [project] = useProject.getState().document?.all('project') ?? [];
    if (!project) throw new Error('no project is open');
    const records = [{ ...project, id: crypto.randomUUID() }, ...people(count)];
    await actions.openProjectFile(await packProject(records));
    return (
      useProject
        .getState()
        .document?.all('person')
        .map(({ id }) => id) ?? []
    );
  },
  sealingOf,
  sealFromNow,
  unsealFromNow,
  /** Packs the open project with one more edit, without that edit, and opens it: its log leads further. */
  openLongerFile: async (name: string) => {
    const { history } = useProject.getState();
    const records = [...(useProject.getState().document?.everything() ?? [])];
    const person = parseRecord({ kind: 'person', id: crypto.randomUUID(), name });
    const row: AuditRow = {
      id: crypto.randomUUID(),
      sequence: history.length + 1,
      time: new Date().toISOString(),
      author: '',
      label: { key: 'edit.add', params: {} },
      action: 'edit',
      of: null,
      patch: { added: { [person.id]: person }, updated: {}, removed: {} },
    };
    await actions.closeProject();
    await actions.openProjectFile(await packProject([...records, person], [...history, row]));
  },
  workOn,
  lookThrough,
};

declare global {
  interface Window {
    harness: typeof harness;
  }
}
window.harness = harness;
