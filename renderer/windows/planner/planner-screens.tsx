import { Spin } from 'antd';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { BrokenScreen } from '#renderer/features/broken/broken-screen.tsx';
import { ImportDropZone } from '#renderer/features/import/drop-zone.tsx';
import { StartScreen } from '#renderer/features/start/start-screen.tsx';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { startKeeping } from '#renderer/state/keep/keeper.ts';
import { retryStorage } from '#renderer/state/project-actions.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { isProjectFile } from '#shared/formats/project-file/is-project-file.ts';
import type { DataFile, Host } from '#shared/host/host.ts';
import { useUpgrade } from '#renderer/state/use-upgrade.ts';
import styles from './planner.module.css';
import { PlannerDialogs } from './planner-dialogs.tsx';
import { useProjectCommands } from './use-project-commands.ts';
import { Workbench } from './workbench.tsx';

/** Start, loading, broken or at work: each state of the project has its screen. */
export function PlannerScreens(props: { host: Host }) {
  const text = useText();
  const { status, failure, document, project } = useProjectParts(
    'status',
    'failure',
    'document',
    'project',
  );
  const show = useDialogs((state) => state.show);
  const { busy, commands } = useProjectCommands(props.host);
  const [started, setStarted] = useState(false);
  const begun = useRef(false);
  // A moment later than the document, so that the workbench is built in slices, not in one go.
  const shown = useDeferredValue(document, null);

  useEffect(() => {
    // Once for the window, whatever language the commands speak later.
    if (begun.current) return;
    begun.current = true;
    void commands.openLast().finally(() => setStarted(true));
  }, [commands]);

  useEffect(() => startKeeping(), []);
  const { host } = props;
  useEffect(() => host.onFileOpened((file) => void commands.openBytes(file)), [host, commands]);
  // The host finds the window of a project by its address.
  useEffect(() => {
    const address = new URL(location.href);
    if (project) address.searchParams.set('project', project.id);
    else address.searchParams.delete('project');
    history.replaceState(null, '', address);
  }, [project]);

  /** Files from a dialog or a drop: a project file is opened, data goes into the open or a new project. */
  const take = useCallback(
    async (files: DataFile[]) => {
      const [first] = files;
      if (!first) return;
      await (isProjectFile(first.name) ? commands.openData(first) : commands.takeData(files));
    },
    [commands],
  );

  const { fraction } = useUpgrade();
  const unready = status === 'ready' && document !== shown;
  if (!started || status === 'loading' || unready) {
    return (
      <main className={styles.waiting} aria-busy="true">
        <Spin size="large" />
        <p>
          {fraction === null
            ? text('planner.loading')
            : text('planner.upgrading', { percent: Math.floor(100 * fraction) })}
        </p>
      </main>
    );
  }
  if (status === 'broken' && failure) {
    return (
      <>
        <BrokenScreen
          failure={failure}
          rescuable={document !== null}
          onRetry={() => void retryStorage()}
          onRescue={() => void commands.rescue()}
          onOpenFile={() => void commands.openFile()}
          onProjects={() => show('projects')}
          onBackups={() => show('backups')}
        />
        <PlannerDialogs host={props.host} commands={commands} busy={busy} />
      </>
    );
  }
  return (
    <ImportDropZone onFiles={(files) => void take(files)}>
      {status === 'ready' && document ? (
        <Workbench host={props.host} document={document} commands={commands} />
      ) : (
        <StartScreen
          busy={busy}
          onSample={() => void commands.openSample()}
          onImport={() => void commands.chooseImportFiles().then(take)}
          onOpenFile={() => void commands.openFile()}
          onOpen={(id) => void commands.open(id)}
          onOpenRecent={(file) => void commands.openRecent(file.ref)}
          onBackups={() => show('backups')}
        />
      )}
      <PlannerDialogs host={props.host} commands={commands} busy={busy} />
    </ImportDropZone>
  );
}
