import { useEffect, useMemo } from 'react';
import { useProjectParts } from '#renderer/state/project.ts';
import { openProject } from '#renderer/state/project-actions.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Host } from '#shared/host/host.ts';
import styles from './briefing-window.module.css';
import { Player } from './player.tsx';

/** The briefing window: the scenes of a project, one after the other, over the whole display. */
export function Briefing(props: { host: Host; projectId: string | null }) {
  const { host, projectId } = props;
  const text = useText();
  const { document, project, status, failure } = useProjectParts(
    'document',
    'project',
    'status',
    'failure',
  );
  const revision = useRevision();

  useEffect(() => {
    if (projectId) openProject(projectId, { readOnly: true }).catch(() => undefined);
  }, [projectId]);
  useEffect(() => {
    void host.keepAwake(true);
    return () => void host.keepAwake(false);
  }, [host]);

  const scenes = useMemo(() => {
    void revision;
    return [...(document?.all('scene') ?? [])].sort((a, b) => a.order - b.order);
  }, [document, revision]);

  if (document && project && scenes.length > 0) {
    return <Player host={host} document={document} project={project} scenes={scenes} />;
  }
  let message = text('planner.loading');
  if (!projectId) message = text('wall.noProject');
  else if (failure) message = text(textKey(`broken.${failure.reason}`));
  else if (status === 'ready') message = text('briefing.empty');
  return <main className={styles.message}>{message}</main>;
}
