import { App } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { planCopy } from '#renderer/state/keep/merge-copy.ts';
import { withPassphrase } from '#renderer/state/passphrase.ts';
import { useProject } from '#renderer/state/project.ts';
import {
  createProject,
  listProjects,
  openProject,
  openProjectFile,
  packCurrentProject,
} from '#renderer/state/project-actions.ts';
import { noteProjectFile, passphraseOf, projectFileOf } from '#renderer/state/project-file.ts';
import { openSample } from '#renderer/state/sample.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { importExtensions } from '#shared/formats/registry.ts';
import type { Host, HostFile } from '#shared/host/host.ts';
import type { MergePlan } from '#shared/merge/plan-merge.ts';

export type ProjectCommands = ReturnType<typeof useProjectCommands>['commands'];

/** Opening, making and saving whole projects, each with one clear sentence when it fails. */
export function useProjectCommands(host: Host) {
  const text = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const show = useDialogs((state) => state.show);

  /** Runs one of the commands below; answers whether it came to its end. */
  const attempt = useCallback(
    async (task: () => Promise<unknown>): Promise<boolean> => {
      setBusy(true);
      try {
        await task();
        return true;
      } catch (error) {
        message.error({ content: errorText(error), duration: 8 });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [message],
  );

  const commands = useMemo(() => {
    const filters = [{ name: text('planner.projectFile'), extensions: ['hengzong'] }];
    const openFileOf = async ({ bytes, name, ref }: HostFile) => {
      const read = await withPassphrase(name, (typed) => openProjectFile(bytes, typed));
      const { project } = useProject.getState();
      // A copy of what is here already is another project: it is not saved over the file.
      if (read && project && read.done === project.id) {
        noteProjectFile(project.id, { ref, name }, read.passphrase);
      }
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
      if (project) noteProjectFile(project.id, saved, passphrase);
      message.success(text('planner.savedFile', { name: saved.name }));
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
      openRecent: (ref: string) => attempt(async () => openFileOf(await host.openRecent(ref))),
      openFile: () =>
        attempt(async () => {
          const [file] = await host.openFiles({
            title: text('planner.openFile'),
            filters,
            multiple: false,
          });
          if (file) await openFileOf(file);
        }),
      /** Saves where the project was saved before, else asks. */
      save: () => {
        const id = useProject.getState().project?.id ?? '';
        const known = projectFileOf(id);
        const passphrase = passphraseOf(id);
        // Which passphrase the file has is known to this window only once it was typed in it.
        if (known?.sealed && passphrase === null) return Promise.resolve(show('save-as'));
        return attempt(() => saveTo(known?.ref ?? null, passphrase));
      },
      saveAs: (passphrase: string | null) => attempt(() => saveTo(null, passphrase)),
      /** Another copy of the open project, chosen by the user, compared and ready to be merged. */
      chooseCopy: async (): Promise<{ plan: MergePlan; file: string } | null> => {
        let chosen: { plan: MergePlan; file: string } | null = null;
        await attempt(async () => {
          const [file] = await host.openFiles({
            title: text('keep.merge.chooseFile'),
            filters,
            multiple: false,
          });
          if (!file) return;
          const { bytes, name } = file;
          const read = await withPassphrase(name, (typed) => planCopy(bytes, typed));
          if (read) chosen = { plan: read.done, file: name };
        });
        return chosen;
      },
      /** Asks for data files; none when cancelled or unreadable. */
      chooseImportFiles: async (): Promise<HostFile[]> => {
        let files: HostFile[] = [];
        await attempt(async () => {
          files = await host.openFiles({
            title: text('planner.importFiles'),
            filters: [{ name: text('planner.importKinds'), extensions: [...importExtensions] }],
            multiple: true,
          });
        });
        return files;
      },
    };
  }, [attempt, host, message, show, text]);
  return { busy, commands };
}
