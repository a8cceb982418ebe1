import { BackupsDialog } from '#renderer/features/keep/backups-dialog.tsx';
import { IntegrityDialog } from '#renderer/features/keep/integrity-dialog.tsx';
import { SaveAsDialog } from '#renderer/features/keep/save-as-dialog.tsx';
import type { DialogName } from '#renderer/state/dialogs.ts';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import type { ProjectCommands } from './use-project-commands.ts';

/** The dialog about keeping the project that is open, or null when another or none is. */
export function keepDialog(
  { commands, busy }: { commands: ProjectCommands; busy: boolean },
  dialogs: { open: DialogName | null; close: () => void; show: (name: DialogName) => void },
) {
  const { open, close, show } = dialogs;
  const { project } = useProject.getState();
  if (open === 'backups') {
    return <BackupsDialog onDownload={() => show('save-as')} onClose={close} />;
  }
  if (open === 'integrity') {
    return (
      <IntegrityDialog
        onBackups={() => show('backups')}
        onSave={() => show('save-as')}
        onGo={(id) => {
          useView.getState().select(id);
          close();
        }}
        onClose={close}
      />
    );
  }
  if (open === 'save-as' && project) {
    return (
      <SaveAsDialog
        projectId={project.id}
        busy={busy}
        onSave={(passphrase) => void commands.saveAs(passphrase).then((done) => done && close())}
        onClose={close}
      />
    );
  }
  return null;
}
