import { booleanPointInPolygon } from '@turf/turf';
import type { Finding } from '#shared/checks/finding.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';

/** Communities and streets that a zone can belong to, communities under their street's name. */
export function parentChoices(document: DocumentView): { value: string; label: string }[] {
  const streets = document.all('street');
  const nameOf = new Map(streets.map(({ id, name }) => [id, name]));
  return [
    ...streets.map(({ id, name }) => ({ value: id, label: name })),
    ...document.all('community').map(({ id, name, streetId }) => {
      const street = streetId === null ? undefined : nameOf.get(streetId);
      return { value: id, label: street ? `${street} · ${name}` : name };
    }),
  ];
}

/**
 * Where a zone on the ground of a finding is likely to belong: the community, else the street around
 * it; where these have a gap as well, with the first zone beside it. Null when nothing is known.
 */
export function parentOf(
  document: DocumentView,
  { at, recordIds }: Pick<Finding, 'at' | 'recordIds'>,
): string | null {
  const holds = ({ geometry }: { geometry: Area }) => booleanPointInPolygon(at, geometry);
  const found = document.all('community').find(holds) ?? document.all('street').find(holds);
  const beside = recordIds.map((id) => document.find('zone', id)?.parentId);
  return found?.id ?? beside.find((id) => id && document.get(id)) ?? null;
}
