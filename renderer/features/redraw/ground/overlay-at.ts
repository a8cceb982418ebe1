import { partNames } from '#shared/edits/redraw/part-names.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { isInside, type NewZone, zoneUnder } from './zone-under.ts';

/** The smallest community or street round all places, else the street round most of them; null for none. */
function parentRound(document: DocumentView, places: readonly LonLat[]) {
  const holds = ({ geometry }: { geometry: Parameters<typeof isInside>[0] }): number =>
    places.filter((at) => isInside(geometry, at)).length;
  const community = document.all('community').find((each) => holds(each) === places.length);
  if (community) return community;
  const streets = document.all('street').map((street) => ({ street, count: holds(street) }));
  const [most] = streets.sort((a, b) => b.count - a.count);
  return most && most.count > 0 ? most.street : null;
}

/**
 * What a 条 or 点 that is drawn over some places is called and belongs to. It lies over several zones, so it
 * belongs to what is round all of it, and is named after `stem`, else after that, with what it is.
 */
export function overlayAt(
  document: DocumentView,
  places: readonly LonLat[],
  mark: '条' | '点',
  stem?: string | null,
): NewZone {
  const [first] = places;
  const parent = parentRound(document, places);
  const round = stem ?? parent?.name ?? document.all('district')[0]?.name ?? '';
  const name = `${round} ${mark}`.trim();
  const isTaken = document.all('zone').some((zone) => zone.name === name);
  return {
    name: isTaken ? partNames(document, name, [])(0) : name,
    parentId: parent?.id ?? null,
    categories: (first && zoneUnder(document, first)?.categories) ?? [],
  };
}
