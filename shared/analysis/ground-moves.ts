import { booleanPointInPolygon } from '@turf/turf';
import { areaBounds } from '#shared/geo/bounds.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { zoneGround } from '#shared/model/zone-ground.ts';
import type { Polygon } from 'geojson';
import type { Consequence } from './consequence.ts';

/** A piece of ground that changes hands, and who answers for it then. */
export interface GroundMove {
  polygon: Polygon;
  /** Id of a zone or exception; null when nobody answers for it any more. */
  to: string | null;
  kind: 'zone' | 'exception' | 'nobody';
}

/**
 * All ground that changes hands by an edit. Ground that a zone gives up belongs to whoever of
 * `parties` (records as they are after the edit) still stands there: so an overlap goes to the zone
 * that keeps it though that one changes nothing.
 */
export function groundMoves(
  consequences: readonly Consequence[],
  parties: readonly AnyRecord[],
): GroundMove[] {
  const grounds = parties.flatMap((record) => {
    if (record.kind !== 'zone') return [];
    const ground = zoneGround(record);
    return ground ? [{ id: record.id, ground, box: areaBounds(ground) }] : [];
  });
  const holderOf = (polygon: Polygon): string | null => {
    const { at } = widestPlace(polygon, false);
    const [x = 0, y = 0] = at;
    const found = grounds.find(
      ({ ground, box: [west, south, east, north] }) =>
        x >= west && x <= east && y >= south && y <= north && booleanPointInPolygon(at, ground),
    );
    return found?.id ?? null;
  };
  const moves: GroundMove[] = [];
  for (const { recordId, kind, gained, lost } of consequences) {
    for (const { polygon } of gained) moves.push({ polygon, to: recordId, kind });
    for (const { polygon } of lost) {
      const to = holderOf(polygon);
      // What somebody gets has been said by the one who gets it.
      const isTold =
        to !== null && consequences.some((c) => c.recordId === to && c.gained.length > 0);
      if (!isTold) moves.push({ polygon, to, kind: to === null ? 'nobody' : 'zone' });
    }
  }
  return moves;
}

/** Records that an edit concerns, as they are after it: those it changes and those named. */
export function partiesAfter(
  document: DocumentView,
  changed: Iterable<readonly [from: AnyRecord | null, to: AnyRecord | null]>,
  named: readonly string[],
): AnyRecord[] {
  const parties = new Map<string, AnyRecord>();
  for (const id of named) {
    const record = document.get(id);
    if (record) parties.set(id, record);
  }
  for (const [from, to] of changed) {
    if (to) parties.set(to.id, to);
    else if (from) parties.delete(from.id);
  }
  return [...parties.values()];
}
