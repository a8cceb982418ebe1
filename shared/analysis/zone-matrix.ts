import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { answersFor } from '#shared/chain/zone-choice.ts';
import type { Zone } from '#shared/model/zone.ts';
import { streetIdOf } from './street-of-place.ts';
import { streetsInOrder } from './streets-in-order.ts';

export interface ZoneMatrix {
  /** As {@link streetsInOrder}. */
  streets: { id: string; name: string }[];
  /** Classes that some zone is limited to, in the order of the scheme; null: all others. */
  classes: (string | null)[];
  /** Zones that answer for each class in each street: streets × classes, row after row. */
  zones: Uint32Array;
  /** Those of them that are limited to classes. */
  limited: Uint32Array;
}

/** Street of a zone: by the records, where they name none by its ground. */
function streetOfZone(index: ChainIndex, zone: Zone): string | null {
  const place = index.places.get(zone.id);
  return place ? streetIdOf(index, place) : null;
}

const answers = (zone: Zone, issueClass: string | null) =>
  issueClass === null ? zone.categories.length === 0 : answersFor(zone, issueClass);

/**
 * How many zones (块, 条, 点) answer in each street for each class of issue that any zone is limited
 * to, and for all other classes. A zone belongs to the street that its records name.
 */
export function zoneMatrix(index: ChainIndex, issueClasses: readonly string[]): ZoneMatrix {
  const named = new Set(index.input.zones.flatMap(({ categories }) => categories));
  const known = new Set(issueClasses);
  const classes: (string | null)[] = [
    ...issueClasses.filter((key) => named.has(key)),
    ...[...named].filter((key) => !known.has(key)).sort(),
    null,
  ];
  const streets = streetsInOrder(index.input.streets).map(({ id, name }) => ({ id, name }));
  const rows = new Map(streets.map(({ id }, at) => [id, at]));
  const zones = new Uint32Array(rows.size * classes.length);
  const limited = new Uint32Array(zones.length);
  for (const zone of index.input.zones) {
    const row = rows.get(streetOfZone(index, zone) ?? '');
    if (row === undefined) continue;
    classes.forEach((issueClass, column) => {
      if (!answers(zone, issueClass)) return;
      const at = row * classes.length + column;
      zones[at] = (zones[at] ?? 0) + 1;
      if (zone.categories.length > 0) limited[at] = (limited[at] ?? 0) + 1;
    });
  }
  return { streets, classes, zones, limited };
}

/** The zones of one cell of {@link zoneMatrix}. */
export function zonesAnswering(
  index: ChainIndex,
  streetId: string,
  issueClass: string | null,
): Zone[] {
  return index.input.zones.filter(
    (zone) => answers(zone, issueClass) && streetOfZone(index, zone) === streetId,
  );
}
