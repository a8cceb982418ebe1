import { useEffect } from 'react';
import { runCheck, useFindings } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { openProject } from '#renderer/state/project-actions.ts';

const retryMs = 15_000;

/**
 * Opens a project to read and follow, tries again for as long as it cannot be opened, and checks
 * it once it is there (after that the findings follow the edits by themselves).
 */
export function useFollowProject(projectId: string | null) {
  const status = useProject((state) => state.status);
  const report = useFindings((state) => state.report);

  useEffect(() => {
    if (!projectId || status === 'ready' || status === 'loading') return;
    const open = () => {
      // What went wrong is in the store, and shown from there.
      openProject(projectId, { readOnly: true }).catch(() => undefined);
    };
    if (status === 'closed') {
      open();
      return;
    }
    const timer = setTimeout(open, retryMs);
    return () => clearTimeout(timer);
  }, [projectId, status]);

  useEffect(() => {
    if (status === 'ready' && !report) void runCheck();
  }, [status, report]);
}
