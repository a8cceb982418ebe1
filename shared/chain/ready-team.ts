import type { Person } from '#shared/model/person.ts';
import type { Team } from '#shared/model/team.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';

/** Whether anybody of a team is at work on a day; only then it counts for the points around it. */
export function isManned(team: Team, people: ReadonlyMap<string, Person>, on: string): boolean {
  return team.memberIds.some((id) => {
    const person = people.get(id);
    return person !== undefined && !isOnLeave(person, on);
  });
}
