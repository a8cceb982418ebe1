import { App, Button, Input, Modal } from 'antd';
import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { RecentFiles } from '#renderer/features/keep/recent-files.tsx';
import { deleteProject, listProjects, type ProjectEntry } from '#renderer/state/project-actions.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { RecentFile } from '#shared/host/host.ts';
import styles from './projects-dialog.module.css';

/** All projects kept on this machine: open one, begin a new one, delete one. */
export function ProjectsDialog(props: {
  currentId: string | null;
  onOpen: (id: string) => void;
  onCreate: (name: string) => void;
  onSample: () => void;
  onOpenRecent: (file: RecentFile) => void;
  onClose: () => void;
}) {
  const text = useText();
  const { modal, message } = App.useApp();
  const [projects, setProjects] = useState<ProjectEntry[]>([]);
  const [name, setName] = useState('');
  useEffect(() => {
    listProjects().then(setProjects, () => setProjects([]));
  }, []);

  const remove = (project: ProjectEntry) => {
    modal.confirm({
      title: text('projects.deleteTitle', { name: project.name }),
      content: text('projects.deleteHint'),
      okText: text('projects.delete'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await deleteProject(project.id);
          setProjects(await listProjects());
        } catch (error) {
          message.error(text('projects.deleteFailed', { reason: String(error) }));
        }
      },
    });
  };
  const create = () => {
    if (name.trim() !== '') props.onCreate(name.trim());
  };

  return (
    <Modal open title={text('projects.title')} footer={null} width={520} onCancel={props.onClose}>
      <ul className={styles.list}>
        {projects.map((project) => (
          <li key={project.id} data-current={project.id === props.currentId}>
            <button type="button" className={styles.open} onClick={() => props.onOpen(project.id)}>
              {project.name}
            </button>
            {project.id === props.currentId ? (
              <span className={styles.here}>{text('projects.current')}</span>
            ) : (
              <Button
                type="text"
                size="small"
                icon={<Trash2 size={14} aria-hidden />}
                aria-label={text('projects.deleteTitle', { name: project.name })}
                onClick={() => remove(project)}
              />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.files}>
        <RecentFiles disabled={false} onOpen={props.onOpenRecent} />
      </div>
      <div className={styles.create}>
        <Input
          value={name}
          maxLength={100}
          aria-label={text('projects.newName')}
          placeholder={text('projects.newName')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={create}
        />
        <Button type="primary" disabled={name.trim() === ''} onClick={create}>
          {text('projects.create')}
        </Button>
      </div>
      <Button type="link" className={styles.sample} onClick={props.onSample}>
        {text('projects.sample')}
      </Button>
    </Modal>
  );
}
