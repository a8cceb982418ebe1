import { isInForce } from '#shared/model/in-force.ts';
import type { Position } from 'geojson';
import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { type ChainPlace, chainLevels, parentIdOf } from '#shared/chain/chain-place.ts';
import { areaGround } from '#shared/chain/ground.ts';
import { strayFrom } from '#shared/chain/stray.ts';
import { readable } from '#shared/checks/amount.ts';
import { defaultToleranceM } from '#shared/checks/check-input.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { ChainFix } from '#shared/model/chain-fix.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { findingAt, placeFinding } from './chain-finding.ts';

/** Whether the project has anything that a place of this level could belong to. */
function hasAbove(level: ChainPlace['level'], { input }: ChainIndex): boolean {
  if (level === 'street') return input.district !== null;
  if (level === 'community') return input.streets.length > 0;
  return input.streets.length > 0 || input.communities.length > 0;
}

/** Lines that must run inside the parent: borders of areas, the middle of strips, a site's position. */
function linesOf(place: ChainPlace): Position[][] {
  if (place.level === 'point') return [[place.record.position]];
  const { geometry } = place.record;
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return geometry.coordinates;
  }
}

function aboveIs(place: ChainPlace, parent: ChainPlace): boolean {
  return chainLevels.indexOf(parent.level) < chainLevels.indexOf(place.level);
}

/**
 * A place whose chain upwards is broken: it names no parent though there are some, or one that is
 * not there or not above it, or (unless `levelsProved`) its ground runs out of its parent's by more
 * than the tolerance.
 */
export function brokenChain(
  place: ChainPlace,
  index: ChainIndex,
  levelsProved: boolean,
): DraftFinding | null {
  const parentId = parentIdOf(place);
  const fixes: ChainFix[] =
    place.level === 'point' ? [] : [{ kind: 'choose-parent', placeId: place.id }];
  if (parentId === null) {
    if (!hasAbove(place.level, index)) return null;
    const message = { key: 'broken-chain.no-parent', params: {} };
    return placeFinding(place, 'broken-chain', 'error', [], message, fixes);
  }
  const parent = index.places.get(parentId);
  if (!parent || !aboveIs(place, parent) || parent.level === 'zone' || parent.level === 'point') {
    const message = { key: 'broken-chain.missing', params: {} };
    return placeFinding(place, 'broken-chain', 'error', [], message, fixes);
  }
  if (levelsProved) return null;
  const own =
    place.level !== 'point' &&
    (place.record.geometry.type === 'Polygon' || place.record.geometry.type === 'MultiPolygon')
      ? areaGround(place.record.geometry)
      : null;
  const ground = areaGround(parent.record.geometry);
  if (ground.ends.length === 0) {
    const message = { key: 'broken-chain.no-ground', params: { parent: parent.name } };
    return placeFinding(place, 'broken-chain', 'error', [parent.id], message, fixes);
  }
  const stray = strayFrom(linesOf(place), own, ground, defaultToleranceM);
  if (!stray) return null;
  const params = { place: place.name, parent: parent.name, distance: readable(stray.distanceM) };
  const message = { key: 'broken-chain.outside', params };
  const ids = [place.id, parent.id];
  return findingAt(stray.at, 'broken-chain', 'warning', ids, message, fixes);
}

/** A point on no zone's ground, unless the ground is excepted on the day: nobody stands above it. */
export function pointWithoutZone(
  place: ChainPlace & { level: 'point' },
  index: ChainIndex,
  on: string,
): DraftFinding | null {
  if (index.input.zones.length === 0) return null;
  const [x, y] = place.record.position.map(toGrid) as [number, number];
  if (index.zones.at(x, y).length > 0) return null;
  const excepted = (index.input.exceptions ?? []).some(
    (exception) =>
      isInForce(exception, on) && areaGround(exception.geometry).locate(x, y) !== 'outside',
  );
  if (excepted) return null;
  const message = { key: 'broken-chain.no-zone', params: {} };
  return placeFinding(place, 'broken-chain', 'error', [], message);
}
