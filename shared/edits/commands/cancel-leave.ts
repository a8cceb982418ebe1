import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

/** Takes back a leave, named by its first day (`YYYY-MM-DD`). */
export const cancelLeave: Command<{ personId: string; from: string }> = (
  document,
  { personId, from },
) => {
  const person = document.find('person', personId);
  if (!person) return { refused: 'edit.refused.missing' };
  const leave = person.leave.filter((one) => one.from !== from);
  const put = putPatch(document, [{ ...person, leave }]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.roster.cancelLeave', params: { person: person.name, from } },
    selection: [personId],
  };
};
