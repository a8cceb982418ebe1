import type { Vacancy } from '#shared/analysis/vacancies.ts';

/** Name of a vacancy among all others. */
export function vacancyKey({ place, role }: Vacancy): string {
  return `${place.id} ${role.key}`;
}
