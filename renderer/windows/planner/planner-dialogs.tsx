import { useDeferredValue } from 'react';
import { AboutDialog } from '#renderer/features/about/about-dialog.tsx';
import { CertificateDialog } from '#renderer/features/certificate/certificate-dialog.tsx';
import { CompareDialog } from '#renderer/features/compare/compare-dialog.tsx';
import { ExportDialog } from '#renderer/features/export/export-dialog.tsx';
import { HandOverDialog } from '#renderer/features/hand-over/hand-over-dialog.tsx';
import { ImportDialog } from '#renderer/features/import/import-dialog.tsx';
import { KeysDialog } from '#renderer/features/keys/keys-dialog.tsx';
import { MendAllDialog } from '#renderer/features/repair/mend-all-dialog.tsx';
import { ProjectSettingsDialog } from '#renderer/features/project-settings/project-settings-dialog.tsx';
import { ProjectsDialog } from '#renderer/features/projects/projects-dialog.tsx';
import { WallDialog } from '#renderer/features/wall-dialog/wall-dialog.tsx';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { changeProject } from '#shared/edits/commands/change-project.ts';
import type { Host } from '#shared/host/host.ts';
import { useEdit } from '#renderer/features/edit/use-edit.ts';
import { keepDialog } from './keep-dialogs.tsx';
import type { ProjectCommands } from './use-project-commands.ts';

/** The dialogs of the planner that belong to no panel; one is open at most. */
export function PlannerDialogs(props: {
  host: Host;
  commands: ProjectCommands;
  /** While one of the commands runs. */
  busy: boolean;
}) {
  const { host, commands } = props;
  const edit = useEdit();
  // Deferred, so that a large dialog is built in slices and holds nothing up.
  const { open, files, close, show } = useDeferredValue(useDialogs());
  const { status, project } = useProjectParts('status', 'project');
  const ready = status === 'ready' && project !== null;

  const then = (task: Promise<boolean>) => {
    void task.then((done) => done && close());
  };
  if (open === 'projects' || open === 'new-project') {
    return (
      <ProjectsDialog
        currentId={project?.id ?? null}
        onOpen={(id) => then(commands.open(id))}
        onCreate={(name) => then(commands.create(name))}
        onSample={() => then(commands.openSample())}
        onOpenRecent={(file) => then(commands.openRecent(file.ref))}
        onClose={close}
      />
    );
  }
  const keep = keepDialog(props, { open, close, show });
  if (keep) return keep;
  if (open === 'about') return <AboutDialog version={host.info.version} onClose={close} />;
  if (open === 'keys') return <KeysDialog onClose={close} />;
  if (!ready) return null;
  if (open === 'import') return <ImportDialog files={files} onClose={close} />;
  if (open === 'mend-all') return <MendAllDialog onClose={close} />;
  if (open === 'export') return <ExportDialog onClose={close} />;
  if (open === 'compare-plans') return <CompareDialog onClose={close} />;
  if (open === 'hand-over') return <HandOverDialog onClose={close} />;
  if (open === 'certificate') {
    return <CertificateDialog version={host.info.version} onClose={close} />;
  }
  if (open === 'wall') return <WallDialog host={host} projectId={project.id} onClose={close} />;
  if (open === 'project-settings') {
    return (
      <ProjectSettingsDialog
        project={project}
        onSave={(changed, rolesToDrop) => {
          if (edit(changeProject, { project: changed, rolesToDrop })) close();
        }}
        onClose={close}
      />
    );
  }
  return null;
}
