import { App } from 'antd';
import { useMemo } from 'react';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { planCopy } from '#renderer/state/keep/merge-copy.ts';
import { showMerge } from '#renderer/state/keep/merge-shown.ts';
import { withPassphrase } from '#renderer/state/passphrase.ts';
import { useProject } from '#renderer/state/project.ts';
import {
  createProject,
  listProjects,
  openProject,
  openProjectFile,
  packCurrentProject,
} from '#renderer/state/project-actions.ts';
import { sealFromNow, sealingOf, unsealFromNow } from '#renderer/state/keep/sealing.ts';
import { noteProjectFile, passphraseOf, projectFileOf } from '#renderer/state/project-file.ts';
import { openSample } from '#renderer/state/sample.ts';
import { useAttempt } from '#renderer/state/use-attempt.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { importExtensions } from '#shared/formats/registry.ts';
import { prepareReading, readAhead } from '#renderer/features/import/read-ahead.ts';
import type { DataFile, Host, HostFile } from '#shared/host/host.ts';
import { takeData } from './take-data.ts';

export type ProjectCommands = ReturnType<typeof useProjectCommands>['commands'];

async function inMemory(bytes: DataFile['bytes']): Promise<Uint8Array<ArrayBuffer>> {
  return bytes instanceof Blob ? new Uint8Array(await bytes.arrayBuffer()) : bytes;
}

/** Opening, making and saving whole projects, each with one clear sentence when it fails. */
export function useProjectCommands(host: Host) {
  const text = useText();
  const { message } = App.useApp();
  const { busy, attempt } = useAttempt();
  const show = useDialogs((state) => state.show);

  const commands = useMemo(() => {
    const filters = [{ name: text('planner.projectFile'), extensions: ['hengzong'] }];
    const chooseProjectFile = async (title: string) =>
      (await host.openFiles({ title, filters, multiple: false }))[0];
    const openFileOf = async ({ bytes, name, ref }: HostFile) => {
      const read = await withPassphrase(name, (typed) => openProjectFile(bytes, typed));
      const { project } = useProject.getState();
      // A copy of what is here already is another project: it is not saved over the file.
      if (!read || !project) return;
      if (read.done === project.id) noteProjectFile(project.id, { ref, name }, read.passphrase);
      if (read.passphrase !== null) await sealFromNow(project.id, read.passphrase);
    };
    const saveTo = async (ref: string | null, passphrase: string | null) => {
      const { project } = useProject.getState();
      const saved = await host.saveProject({
        title: text('planner.saveFile'),
        suggestedName: `${project?.name ?? text('app.name')}.hengzong`,
        filters,
        bytes: await packCurrentProject(passphrase),
        ref,
      });
      if (saved === null) return;
      message.success(text('planner.savedFile', { name: saved.name }));
      if (!project) return;
      if (passphrase !== null) await sealFromNow(project.id, passphrase);
      else if (await sealingOf(project.id)) await unsealFromNow(project.id);
      noteProjectFile(project.id, saved, passphrase);
    };
    /** Saves to `ref`, or asks where it is null, under the passphrase that the project has so far. */
    const saveAlike = async (id: string, ref: string | null): Promise<unknown> => {
      const passphrase = passphraseOf(id);
      // Which passphrase that is is known to this window only once it was typed in it.
      if (passphrase === null && (await sealingOf(id))) return show('save-as');
      return attempt(() => saveTo(ref, passphrase));
    };
    return {
      open: (id: string) => attempt(() => openProject(id)),
      openLast: () =>
        attempt(async () => {
          const [last] = await listProjects();
          if (last) await openProject(last.id);
        }),
      openSample: () => attempt(() => openSample()),
      create: (name: string) => attempt(() => createProject({ name })),
      openBytes: (file: HostFile) => attempt(() => openFileOf(file)),
      /** A project file that was dropped or chosen among data. */
      openData: ({ name, bytes }: DataFile) =>
        attempt(async () => openFileOf({ name, bytes: await inMemory(bytes) })),
      /** Data that was dropped or chosen goes into the open or a new project. */
      takeData: (files: DataFile[]) =>
        attempt(() => {
          const create = () => createProject({ name: text('start.newName') });
          return takeData(files, { readAhead, create });
        }),
      openRecent: (ref: string) => attempt(async () => openFileOf(await host.openRecent(ref))),
      openFile: () =>
        attempt(async () => {
          const file = await chooseProjectFile(text('planner.openFile'));
          if (file) await openFileOf(file);
        }),
      /** Saves where the project was saved before, else asks. */
      save: () => {
        const id = useProject.getState().project?.id ?? '';
        return saveAlike(id, projectFileOf(id)?.ref ?? null);
      },
      /** Saves what is in memory where the user chooses, sealed as its file was. */
      rescue: () => saveAlike(useProject.getState().project?.id ?? '', null),
      saveAs: (passphrase: string | null) => attempt(() => saveTo(null, passphrase)),
      /** Lets the user choose another copy of the open project and shows how it would be merged. */
      merge: () =>
        attempt(async () => {
          const file = await chooseProjectFile(text('keep.merge.chooseFile'));
          if (!file) return;
          const { bytes, name } = file;
          const read = await withPassphrase(name, (typed) => planCopy(bytes, typed));
          if (!read) return;
          const { passphrase } = read;
          const again = () => planCopy(bytes, passphrase);
          const projectId = useProject.getState().project?.id ?? '';
          showMerge({ projectId, plan: read.done, file: name, passphrase, again });
        }),
      /** Asks for data files; none when cancelled or unreadable. */
      chooseImportFiles: async (): Promise<DataFile[]> => {
        prepareReading();
        let files: DataFile[] = [];
        await attempt(async () => {
          files = await host.openData({
            title: text('planner.importFiles'),
            filters: [{ name: text('import.filter'), extensions: [...importExtensions] }],
            multiple: true,
          });
        });
        return files;
      },
    };
  }, [attempt, host, message, show, text]);
  return { busy, commands };
}
