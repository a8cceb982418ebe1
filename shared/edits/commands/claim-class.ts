import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

/** Has a line department answer for a class of issue in every street. */
export const claimClass: Command<{ organisationId: string; issueClass: string }> = (
  document,
  { organisationId, issueClass },
) => {
  const organisation = document.find('organisation', organisationId);
  const known = document
    .all('project')[0]
    ?.schemes.issueClasses.find(({ key }) => key === issueClass);
  if (!organisation || !known) return { refused: 'edit.refused.missing' };
  const categories = [...new Set([...organisation.categories, issueClass])];
  const put = putPatch(document, [{ ...organisation, line: 'line', categories }]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: {
      key: 'edit.claimClass',
      params: { department: organisation.name, name: known.name },
    },
    selection: [organisationId],
  };
};
