import type { Person } from './person.ts';

/** Whether a person is on leave on a day (`YYYY-MM-DD`); first and last day of a leave both count. */
export function isOnLeave(person: Person, on: string): boolean {
  return person.leave.some(({ from, to }) => from <= on && on <= to);
}
