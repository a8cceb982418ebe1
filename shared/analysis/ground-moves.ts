import { booleanPointInPolygon } from '@turf/turf';
import { areaBounds } from '#shared/geo/bounds.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { Polygon } from 'geojson';
import { groundChange } from './ground-change.ts';

/** A piece of ground that changes hands, and who answers for it then. */
export interface GroundMove {
  polygon: Polygon;
  /** Id of a zone or exception; null when nobody answers for it any more. */
  to: string | null;
  kind: 'zone' | 'exception' | 'nobody';
}

/** Records before and after an edit; null where there was none or is none. */
type RecordChange = readonly [from: AnyRecord | null, to: AnyRecord | null];

function groundOf(record: AnyRecord | null): Area | null {
  if (record?.kind === 'zone') return zoneGround(record);
  return record?.kind === 'exception' ? record.geometry : null;
}

/**
 * All ground that changes hands by an edit. Ground that a zone gives up goes to whoever of those it
 * concerns stands there afterwards: an overlap to the zone that keeps it, though that one does not
 * change.
 * @param named ids of further zones that may stand on the ground
 */
export function groundMoves(
  document: DocumentView,
  changes: readonly RecordChange[],
  named: readonly string[],
): GroundMove[] {
  const holderOf = holders(partiesAfter(document, changes, named));
  const moves: GroundMove[] = [];
  const left: Polygon[] = [];
  const gainers = new Set<string>();
  for (const [from, to] of changes) {
    const record = to ?? from;
    if (record?.kind !== 'zone' && record?.kind !== 'exception') continue;
    const [before, after] = [groundOf(from), groundOf(to)];
    if (before === after) continue;
    const { gained, lost } = groundChange(before, after);
    for (const polygon of gained) moves.push({ polygon, to: record.id, kind: record.kind });
    if (gained.length > 0) gainers.add(record.id);
    left.push(...lost);
  }
  for (const polygon of left) {
    const to = holderOf(polygon);
    // What somebody gets stands there already.
    if (to !== null && gainers.has(to)) continue;
    moves.push({ polygon, to, kind: to === null ? 'nobody' : 'zone' });
  }
  return moves;
}

/** Zones that an edit concerns, as they are after it: those it changes and those named. */
function partiesAfter(
  document: DocumentView,
  changes: readonly RecordChange[],
  named: readonly string[],
): AnyRecord[] {
  const parties = new Map<string, AnyRecord>();
  for (const id of named) {
    const record = document.get(id);
    if (record) parties.set(id, record);
  }
  for (const [from, to] of changes) {
    if (to) parties.set(to.id, to);
    else if (from) parties.delete(from.id);
  }
  return [...parties.values()];
}

/** Tells which of the parties stands on a piece of ground. */
function holders(parties: readonly AnyRecord[]): (polygon: Polygon) => string | null {
  const grounds = parties.flatMap((record) => {
    const ground = record.kind === 'zone' ? zoneGround(record) : null;
    return ground ? [{ id: record.id, ground, box: areaBounds(ground) }] : [];
  });
  return (polygon) => {
    const { at } = widestPlace(polygon, false);
    const [x = 0, y = 0] = at;
    const found = grounds.find(
      ({ ground, box: [west, south, east, north] }) =>
        x >= west && x <= east && y >= south && y <= north && booleanPointInPolygon(at, ground),
    );
    return found?.id ?? null;
  };
}
