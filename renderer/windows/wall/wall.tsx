import { useEffect } from 'react';
import { useProjectParts } from '#renderer/state/project.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Host } from '#shared/host/host.ts';
import { useFollowProject } from './use-follow-project.ts';
import { WallBoard } from './wall-board.tsx';
import styles from './wall-window.module.css';

/** The wall window: follows a project for weeks without anyone touching it. */
export function Wall(props: { host: Host; projectId: string | null }) {
  const { host, projectId } = props;
  const text = useText();
  const { document, project, failure, status } = useProjectParts(
    'document',
    'project',
    'failure',
    'status',
  );
  useFollowProject(projectId);

  useEffect(() => {
    void host.keepAwake(true);
    return () => void host.keepAwake(false);
  }, [host]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void host.closeWindow();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [host]);

  if (!projectId) return <main className={styles.message}>{text('wall.noProject')}</main>;
  if (document && project && status !== 'loading') {
    return <WallBoard document={document} project={project} />;
  }
  return (
    <main className={styles.message} aria-busy={status === 'loading'}>
      {failure ? text(textKey(`broken.${failure.reason}`)) : text('planner.loading')}
      {failure && <small>{text('wall.retrying')}</small>}
    </main>
  );
}
