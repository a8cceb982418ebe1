import { Spin } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { BrokenScreen } from '#renderer/features/broken/broken-screen.tsx';
import { ImportDropZone } from '#renderer/features/import/drop-zone.tsx';
import { StartScreen } from '#renderer/features/start/start-screen.tsx';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useProject } from '#renderer/state/project.ts';
import { retryStorage } from '#renderer/state/project-actions.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Host } from '#shared/host/host.ts';
import styles from './planner.module.css';
import { PlannerDialogs } from './planner-dialogs.tsx';
import { useProjectCommands } from './use-project-commands.ts';
import { Workbench } from './workbench.tsx';

/** Start, loading, broken or at work: each state of the project has its screen. */
export function PlannerScreens(props: { host: Host }) {
  const text = useText();
  const { status, failure, document } = useProject();
  const show = useDialogs((state) => state.show);
  const commands = useProjectCommands(props.host);
  const [started, setStarted] = useState(false);
  const { openLast } = commands;

  useEffect(() => {
    void openLast().finally(() => setStarted(true));
  }, [openLast]);

  const importFirst = useCallback(async () => {
    const files = await commands.chooseImportFiles();
    if (files.length === 0) return;
    if (await commands.create(text('start.newName'))) show('import', files);
  }, [commands, show, text]);

  if (!started || status === 'loading') {
    return (
      <main className={styles.waiting} aria-busy="true">
        <Spin size="large" />
        <p>{text('planner.loading')}</p>
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
          onRescue={() => void commands.save()}
          onOpenFile={() => void commands.openFile()}
          onProjects={() => show('projects')}
        />
        <PlannerDialogs host={props.host} commands={commands} />
      </>
    );
  }
  return (
    <>
      {status === 'ready' && document ? (
        <ImportDropZone onFiles={(files) => show('import', files)}>
          <Workbench host={props.host} document={document} commands={commands} />
        </ImportDropZone>
      ) : (
        <StartScreen
          busy={commands.busy}
          onSample={() => void commands.openSample()}
          onImport={() => void importFirst()}
          onOpenFile={() => void commands.openFile()}
          onOpen={(id) => void commands.open(id)}
        />
      )}
      <PlannerDialogs host={props.host} commands={commands} />
    </>
  );
}
