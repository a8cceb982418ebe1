import { useProject } from '#renderer/state/project.ts';

/** Whether the plan shown can be changed here: not where another window writes, nor in the past. */
export function useMayEdit(): boolean {
  return useProject(({ role, plan }) => role === 'writer' && plan.of !== 'day');
}
