import { booleanPointInPolygon } from '@turf/turf';
import { areaBounds } from '#shared/geo/bounds.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Polygon } from 'geojson';
import { type GroundChange, groundChange } from './ground-change.ts';
import { type GroundEdit, groundEdits, groundOf, type RecordChange } from './record-change.ts';

/** A piece of ground that changes hands, and who answers for it then. */
export interface GroundMove {
  polygon: Polygon;
  /** Id of the area that gets it; null when nobody does any more. */
  to: string | null;
  /** `level` for streets and communities. */
  kind: 'zone' | 'exception' | 'level' | 'nobody';
}

/**
 * All ground that changes hands by an edit; of streets and communities only where zones do not change.
 * Ground that one gives up goes to whoever of those it concerns stands there afterwards: an overlap to
 * the zone that keeps it, though that one does not change.
 * @param named ids of further areas that may stand on the ground
 */
export function groundMoves(
  document: DocumentView,
  changes: readonly RecordChange[],
  named: readonly string[],
): GroundMove[] {
  const moves: GroundMove[] = [];
  const left: Polygon[] = [];
  const gainers = new Set<string>();
  const pieces = new Map<GroundEdit, GroundChange>();
  const isReal = (edit: GroundEdit): boolean => {
    const change = groundChange(edit.before, edit.after);
    pieces.set(edit, change);
    return change.gained.length + change.lost.length > 0;
  };
  const edits = groundEdits(changes, isReal);
  for (const edit of edits) {
    const { id, kind } = edit.record;
    const { gained = [], lost = [] } = pieces.get(edit) ?? {};
    const to = kind === 'zone' || kind === 'exception' ? kind : 'level';
    for (const polygon of gained) moves.push({ polygon, to: id, kind: to });
    if (gained.length > 0) gainers.add(id);
    left.push(...lost);
  }
  const kinds = new Set(edits.map(({ record }) => record.kind));
  const parties = partiesAfter(document, changes, named);
  const holderOf = holders(parties.filter(({ kind }) => kind !== 'exception' && kinds.has(kind)));
  for (const polygon of left) {
    const to = holderOf(polygon);
    // What somebody gets stands there already.
    if (to !== null && gainers.has(to)) continue;
    moves.push({
      polygon,
      to,
      kind: to === null ? 'nobody' : kinds.has('zone') ? 'zone' : 'level',
    });
  }
  return moves;
}

/** Areas that an edit concerns, as they are after it: those it changes and those named. */
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
    const ground = groundOf(record);
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
