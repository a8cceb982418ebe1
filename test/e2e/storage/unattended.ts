import { runKeepJob } from '#renderer/state/keep/run-keep-job.ts';
import { useProject } from '#renderer/state/project.ts';
import * as actions from '#renderer/state/project-actions.ts';
import { importRecords } from '#shared/edits/commands/import-records.ts';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { Document } from '#shared/edits/document.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';

const newId = () => crypto.randomUUID();

export const people = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    parseRecord({ kind: 'person', id: newId(), name: `人${i}` }),
  );

export const issues = (count: number) =>
  packIssues(
    Array.from({ length: count }, (_, i) => ({
      kind: 'issue' as const,
      id: newId(),
      issueClass: 'litter',
      status: 'reported' as const,
      position: [116 + i / 1e5, 40] as [number, number],
      foundAt: '2026-05-01T00:00:00.000Z',
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    })),
    newId,
  );

/** What a page that will be killed is doing meanwhile. */
export type Deed = 'edits' | 'imports' | 'files';

/** Records in each project file that is opened meanwhile. */
const recordsInFile = 800;

/** Says what is stored for certain: the test hears of it only after the fact. */
const acknowledge = (what: object) => console.log(`stored ${JSON.stringify(what)}`);

async function acknowledgeLast(): Promise<void> {
  await actions.whenSaved();
  const row = useProject.getState().history.at(-1);
  if (row) acknowledge({ row: row.id });
}

async function editOnce(): Promise<void> {
  const dice = Math.random();
  if (dice < 0.15) actions.undo();
  else if (dice < 0.25) actions.redo();
  // A burst: several edits are on their way to the disk at once.
  else if (dice < 0.5)
    for (const record of people(8)) actions.edit(putRecords, { records: [record] });
  else actions.edit(putRecords, { records: people(1) });
  await acknowledgeLast();
}

async function importOnce(): Promise<void> {
  actions.edit(importRecords, {
    records: [...people(600), ...issues(5000)],
    label: { key: 'edit.addMany', params: { count: 601 } },
  });
  await acknowledgeLast();
}

/** A project that is not on this machine comes in as a file; then it is told which one. */
async function openFileOnce(): Promise<void> {
  const current = useProject.getState().document?.all('project')[0];
  if (!current) throw new Error('no project is open');
  const records: AnyRecord[] = [{ ...current, id: newId() }, ...people(recordsInFile - 1)];
  await actions.openProjectFile(await packProject(records));
  acknowledge({ project: records[0]?.id });
}

const deeds: Record<Deed, () => Promise<void>> = {
  edits: editOnce,
  imports: importOnce,
  files: openFileOnce,
};

/** Works on without end. */
export async function workOn(deed: Deed): Promise<void> {
  for (;;) await deeds[deed]();
}

/**
 * Opens every project of this machine and says what is wrong: one that does not open, records that are
 * not what the log says was done, half of a file. Answers the rows of all logs, too.
 */
export async function lookThrough(): Promise<{ faults: string[]; rows: string[]; ids: string[] }> {
  const faults: string[] = [];
  const rows: string[] = [];
  const ids: string[] = [];
  for (const { id } of await actions.listProjects()) {
    await actions.openProject(id);
    const { status, failure, document, history } = useProject.getState();
    if (status !== 'ready' || !document) {
      faults.push(`${id} is ${status}: ${failure?.reason} ${failure?.detail}`);
      continue;
    }
    ids.push(id);
    // Counts and hashes are part of every transaction: they fit whatever came through.
    for (const { what, kind } of await runKeepJob('check', id))
      faults.push(`${id}: ${what} ${kind}`);
    for (const row of history) rows.push(row.id);
    const stored = [...document.everything()];
    if (history.length === 0) {
      if (![1, recordsInFile].includes(stored.length)) faults.push(`${id} has ${stored.length}`);
      continue;
    }
    const replayed = new Document([...document.all('project')]);
    for (const row of history) replayed.apply(row.patch);
    const told = [...replayed.everything()];
    if (told.length !== stored.length) faults.push(`${id}: ${stored.length} for ${told.length}`);
    if (!told.every((record) => sameRecord(record, document.get(record.id)))) {
      faults.push(`${id}: a record is not what the log says`);
    }
  }
  return { faults, rows, ids };
}
