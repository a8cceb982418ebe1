import { App } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { errorText } from '#renderer/state/error-text.ts';
import { useProject } from '#renderer/state/project.ts';
import {
  createProject,
  listProjects,
  openProject,
  openProjectFile,
  packCurrentProject,
} from '#renderer/state/project-actions.ts';
import { openSample } from '#renderer/state/sample.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { importExtensions } from '#shared/formats/registry.ts';
import type { Host, HostFile } from '#shared/host/host.ts';

export type ProjectCommands = ReturnType<typeof useProjectCommands>['commands'];

/** Opening, making and saving whole projects, each with one clear sentence when it fails. */
export function useProjectCommands(host: Host) {
  const text = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

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
    return {
      open: (id: string) => attempt(() => openProject(id)),
      openLast: () =>
        attempt(async () => {
          const [last] = await listProjects();
          if (last) await openProject(last.id);
        }),
      openSample: () => attempt(() => openSample()),
      create: (name: string) => attempt(() => createProject({ name })),
      openBytes: (file: HostFile) => attempt(() => openProjectFile(file.bytes)),
      openFile: () =>
        attempt(async () => {
          const [file] = await host.openFiles({
            title: text('planner.openFile'),
            filters,
            multiple: false,
          });
          if (file) await openProjectFile(file.bytes);
        }),
      save: () =>
        attempt(async () => {
          const name = useProject.getState().project?.name ?? text('app.name');
          const saved = await host.saveFile({
            title: text('planner.saveFile'),
            suggestedName: `${name}.hengzong`,
            filters,
            bytes: await packCurrentProject(),
          });
          if (saved !== null) message.success(text('planner.savedFile', { name: saved }));
        }),
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
  }, [attempt, host, message, text]);
  return { busy, commands };
}
