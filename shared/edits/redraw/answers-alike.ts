import type { Zone } from '#shared/model/zone.ts';

/** Whether two zones lie side by side rather than over each other: both 块, for the same issue classes. */
export function answersAlike(a: Zone, b: Pick<Zone, 'shape' | 'categories'>): boolean {
  const key = (zone: Pick<Zone, 'categories'>) => [...zone.categories].sort().join('\n');
  return a.shape === b.shape && key(a) === key(b);
}
