import { App } from 'antd';
import { useCallback } from 'react';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { openHandOver } from '#renderer/state/hand-over.ts';
import { runCheck } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { redo, undo } from '#renderer/state/project-actions.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Host, MenuCommand } from '#shared/host/host.ts';
import type { ProjectCommands } from './use-project-commands.ts';

/** What each command of menu and keys does in the planner. */
export function usePlannerCommands(host: Host, project: ProjectCommands) {
  const text = useText();
  const { message } = App.useApp();
  const show = useDialogs((state) => state.show);

  return useCallback(
    (command: MenuCommand): void => {
      const { project: current, plan, undoLabel, redoLabel } = useProject.getState();
      const say = (action: 'undo' | 'redo', label: typeof undoLabel) => {
        if (!label) {
          message.info(text(textKey(`history.nothingTo_${action}`)));
          return;
        }
        if (action === 'undo') undo();
        else redo();
        message.success(
          text(textKey(`history.${action}`), { label: text(textKey(label.key), label.params) }),
        );
      };
      switch (command) {
        case 'project.new':
          return show('new-project');
        case 'project.list':
          return show('projects');
        case 'project.open':
          return void project.openFile();
        case 'project.save':
          return void project.save();
        case 'project.saveAs':
          return show('save-as');
        case 'project.merge':
          return void project.merge();
        case 'project.backups':
          return show('backups');
        case 'project.settings':
          return show('project-settings');
        case 'import':
          return void project.chooseImportFiles().then((files) => {
            if (files.length > 0) void project.takeData(files);
          });
        case 'export':
          return show('export');
        case 'certificate':
          // It vouches for what is in force, not for what is being tried.
          if (plan.of !== 'inForce') return void message.warning(text('plans.notCertified'));
          return show('certificate');
        case 'hand-over':
          return openHandOver();
        case 'undo':
          return say('undo', undoLabel);
        case 'redo':
          return say('redo', redoLabel);
        case 'check':
          return void runCheck();
        case 'window.wall':
          return show('wall');
        case 'window.briefing':
          if (current) {
            void host.openWindow({
              window: 'briefing',
              projectId: current.id,
              displayId: null,
            });
          }
          return;
        case 'help.about':
          return show('about');
        case 'help.keys':
          return show('keys');
      }
    },
    [host, message, project, show, text],
  );
}
