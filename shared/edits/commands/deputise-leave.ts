import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';

/** Names who stands in for a person during the leave of a day (`YYYY-MM-DD`), in all that they hold. */
export const deputiseLeave: Command<{ personId: string; deputyId: string; on: string }> = (
  document,
  { personId, deputyId, on },
) => {
  const person = document.find('person', personId);
  const deputy = document.find('person', deputyId);
  if (!person || !deputy) return { refused: 'edit.refused.missing' };
  if (personId === deputyId) {
    return { refused: 'edit.chainRefused.ownDeputy', params: { person: person.name } };
  }
  if (!isOnLeave(person, on)) {
    return { refused: 'edit.chainRefused.notOnLeave', params: { person: person.name, on } };
  }
  if (isOnLeave(deputy, on)) {
    return { refused: 'edit.chainRefused.onLeave', params: { person: deputy.name, on } };
  }
  const leave = person.leave.map((one) =>
    one.from <= on && on <= one.to ? { ...one, deputyId } : one,
  );
  const put = putPatch(document, [{ ...person, leave }]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.chain.deputise', params: { person: person.name, deputy: deputy.name } },
    selection: [personId],
  };
};
