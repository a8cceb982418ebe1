import type { Command } from '#shared/edits/command.ts';
import type { WorkloadWeights } from '#shared/model/workload.ts';
import { updateProject } from './update-project.ts';

/** Sets the weights by which the workload of zones is reckoned. */
export const setWorkload: Command<{ weights: WorkloadWeights }> = (document, { weights }) => {
  const result = updateProject(document, { workload: weights });
  if ('refused' in result) return result;
  return { ...result, label: { key: 'edit.workload', params: {} } };
};
