import type { DocumentView } from '#shared/model/document-view.ts';
import type { Zone } from '#shared/model/zone.ts';

/**
 * The zones that were in force on a day (`YYYY-MM-DD`): those of now with all plans taken back that came into
 * force later. Corrections made to a plan while it was in force count as part of it.
 */
export function planOn(document: DocumentView, day: string): Zone[] {
  const zones = new Map(document.all('zone').map((zone) => [zone.id, zone]));
  const later = document
    .all('planEdition')
    .filter(({ from }) => from > day)
    .toReversed()
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  for (const { back } of later) {
    for (const { id } of back.removed) zones.delete(id);
    for (const [, to] of back.updated) zones.set(to.id, to);
    for (const zone of back.added) zones.set(zone.id, zone);
  }
  return [...zones.values()];
}
