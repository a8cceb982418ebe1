import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

interface Leave {
  personId: string;
  /** First and last day away, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** Who answers meanwhile; null: the deputy of each post. */
  deputyId: string | null;
  /** First day of the leave that this one stands for, when it is put right. */
  replaces: string | null;
}

/**
 * Notes that a person is away from one day to another, and who answers meanwhile. Refuses when the days
 * are the wrong way round or fall into another leave, or when the deputy is the person or is away all
 * the while.
 */
export const setLeave: Command<Leave> = (document, { personId, replaces, ...leave }) => {
  const { from, to, deputyId } = leave;
  const person = document.find('person', personId);
  const deputy = deputyId === null ? null : document.find('person', deputyId);
  if (!person || deputy === undefined) return { refused: 'edit.refused.missing' };
  const words = { person: person.name, from, to };
  if (to < from) return { refused: 'edit.rosterRefused.leaveBackwards', params: words };
  if (deputyId === personId) {
    return { refused: 'edit.rosterRefused.leaveOwnDeputy', params: { person: person.name } };
  }
  const others = person.leave.filter((one) => one.from !== replaces);
  const met = others.find((one) => one.from <= to && one.to >= from);
  if (met) {
    const params = { person: person.name, from: met.from, to: met.to };
    return { refused: 'edit.rosterRefused.leaveMeets', params };
  }
  const away = deputy?.leave.find((one) => one.from <= from && one.to >= to);
  if (deputy && away) {
    const params = { deputy: deputy.name, from: away.from, to: away.to };
    return { refused: 'edit.rosterRefused.deputyAway', params };
  }
  const put = putPatch(document, [
    { ...person, leave: [...others, leave].sort((a, b) => (a.from < b.from ? -1 : 1)) },
  ]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.roster.setLeave', params: words },
    selection: [personId],
  };
};
