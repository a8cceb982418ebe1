import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { Project } from '#shared/model/project.ts';

/** Changes the project's own fields: name, inspection date, schemes, sources. */
export const updateProject: Command<Partial<Omit<Project, 'kind' | 'id' | 'createdAt'>>> = (
  document,
  changes,
) => {
  const project = document.all('project')[0];
  if (!project) return { refused: 'edit.refused.missing' };
  const { kind, id, createdAt } = project;
  const to = { ...project, ...changes, kind, id, createdAt };
  const put = putPatch(document, [to]);
  if ('refused' in put) return put;
  const onlyDate = sameRecord(
    { ...to, inspectionDate: null },
    { ...project, inspectionDate: null },
  );
  return {
    patch: put.patch,
    label: { key: onlyDate ? 'edit.inspectionDate' : 'edit.updateProject', params: {} },
    selection: [],
  };
};
