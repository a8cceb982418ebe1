import { booleanPointInPolygon } from '@turf/turf';
import type { Position } from 'geojson';
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

/** The community, else the street, on whose ground a place lies; null where there is none. */
export function parentAt(document: DocumentView, at: Position): string | null {
  const holds = ({ geometry }: { geometry: Area }) => booleanPointInPolygon(at, geometry);
  const found = document.all('community').find(holds) ?? document.all('street').find(holds);
  return found?.id ?? null;
}
