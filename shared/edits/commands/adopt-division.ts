import type { Position } from 'geojson';
import type { Command } from '#shared/edits/command.ts';
import { answersAlike } from '#shared/edits/redraw/answers-alike.ts';
import { divideZones } from '#shared/edits/redraw/divide-zones.ts';
import { newZone, type NewZoneForm } from '#shared/edits/redraw/new-zone.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { BoxGrid } from '#shared/geo/box-grid.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { CutPiece } from '#shared/topology/redraw/divide-ground.ts';

/** A unit of a division and the zone that it goes to. */
export interface AllottedUnit {
  geometry: Area;
  zoneId: string;
}

/** Answers which unit a place lies in; -1 for none. */
function unitLocator(units: readonly AllottedUnit[]): (place: Position) => number {
  const grid = new BoxGrid<{ number: number; ground: BandedArea }>();
  for (const [number, { geometry }] of units.entries()) {
    const ground = new BandedArea(geometry);
    grid.add({ number, ground }, ground.bounds);
  }
  return ([x = 0, y = 0]) => {
    const [px, py] = [toGrid(x), toGrid(y)];
    for (const { number, ground } of grid.at(px, py)) {
      if (ground.locate(px, py) !== 'outside') return number;
    }
    return -1;
  };
}

/**
 * Adopts a division: each unit's ground goes to its zone, in one step. `zoneIds` are the zones that took part;
 * those to which no unit goes are removed. Ground of theirs that is in no unit (slivers between units and
 * zones) stays with its zone, or goes to that of the nearest unit when its zone is removed. Zones of other
 * kinds, and zones that took no part, keep their ground.
 */
export const adoptDivision: Command<{
  units: readonly AllottedUnit[];
  zoneIds: readonly string[];
  /** Zones that are new; units name them by `newId`. */
  newZones: readonly NewZoneForm[];
}> = (document, { units, zoneIds, newZones }) => {
  const zones = zoneIds.flatMap((id) => document.find('zone', id) ?? []);
  const news = newZones.map(newZone);
  const known = new Set([...zoneIds, ...news.map(({ id }) => id)]);
  const isStale =
    zones.length < zoneIds.length ||
    units.some(({ zoneId }) => !known.has(zoneId)) ||
    news.some(({ id }) => document.get(id) !== undefined);
  if (isStale || units.length === 0) return { refused: 'edit.redraw.refused.stale' };
  const lines = units.flatMap(({ geometry }) => polygonsOf(geometry).flat());
  const named = new Set(units.map(({ zoneId }) => zoneId));
  const pattern = zones[0] ?? news[0];
  const unitAt = unitLocator(units);
  const nearest = (place: Position): string => {
    const distances = units.map(({ geometry }) => distanceM(innerPlace(geometry) ?? [0, 0], place));
    return units[distances.indexOf(Math.min(...distances))]!.zoneId;
  };
  const ownerOf = ({ place, ownerIds }: CutPiece): string | null => {
    const unit = unitAt(place);
    if (unit !== -1) return units[unit]!.zoneId;
    const isLeft = ownerIds.length > 0 && ownerIds.every((id) => !named.has(id));
    return isLeft ? nearest(place) : null;
  };
  const odd = pattern && zones.find((zone) => !answersAlike(zone, pattern));
  if (odd && pattern) {
    return { refused: 'edit.redraw.refused.unlike', params: { a: pattern.name, b: odd.name } };
  }
  const divided = divideZones(document, {
    subjectIds: zoneIds,
    receiverIds: [...named].filter((id) => zoneIds.includes(id)),
    includesFree: true,
    lines,
    newZones: news,
    mayVanish: true,
    beyondLevels: true,
    assign: (pieces) => pieces.map(ownerOf),
  });
  if ('refused' in divided) return divided;
  return {
    patch: divided.patch,
    label: { key: 'edit.redraw.adopt', params: { count: named.size } },
    selection: [...named],
  };
};
