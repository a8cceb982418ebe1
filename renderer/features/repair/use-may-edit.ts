import { useProject } from '#renderer/state/project.ts';

/** Whether this window is the one that edits; all others only look. */
export function useMayEdit(): boolean {
  return useProject(({ status, role }) => status === 'ready' && role === 'writer');
}
