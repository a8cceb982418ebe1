import type { Position } from 'geojson';
import type { Refusal } from '#shared/edits/command.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { BoxGrid } from '#shared/geo/box-grid.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import type { BaseUnit } from '#shared/model/base-unit.ts';
import type { Community } from '#shared/model/community.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { cellUnits } from '#shared/analysis/balance/cell-units.ts';
import { whereOn } from '#shared/analysis/balance/zones-in.ts';
import { cutUnits } from '#shared/analysis/balance/cut-units.ts';
import type { GroundQuestion } from '#shared/analysis/balance/ground-problem.ts';

/** What ground is put together from: areas that others have drawn, or squares of a side in metres. */
export type UnitChoice =
  | { of: 'communities' }
  | { of: 'baseUnits' }
  | { of: 'cells'; sizeM: number };

/** How near to a barrier a border runs along it (m): cells are cut to some steps of the grid, others drawn beside. */
export const barrierReachM = { cells: 0.03, communities: 20, baseUnits: 20 } as const;

/** Base units that cover less of the ground than this leave too much of it where it is. */
const leastCovered = 0.98;

function communitiesOf(document: DocumentView, streetId: string | null): Community[] {
  const communities = document.all('community');
  return communities.filter((one) => streetId === null || one.streetId === streetId);
}

/** Base units that lie in some ground, by a place well inside. */
function baseUnitsIn(document: DocumentView, ground: Area): BaseUnit[] {
  const where = whereOn(ground);
  return document.all('baseUnit').filter(({ geometry }) => where(geometry) === 'inside');
}

/** Those of some units that do not lie, by a place well inside, on ground that nobody needs to answer for. */
function answeredFor(
  document: DocumentView,
  units: GroundQuestion['units'],
): GroundQuestion['units'] {
  const excepted = document.all('exception').map(({ geometry }) => whereOn(geometry));
  if (excepted.length === 0) return units;
  return units.filter(({ geometry }) => excepted.every((where) => where(geometry) !== 'inside'));
}

/** Those of some areas that do not lie on one before them, by a place well inside. */
function sideBySide(areas: GroundQuestion['units']): GroundQuestion['units'] {
  const grid = new BoxGrid<BandedArea>();
  return areas.filter(({ geometry }) => {
    const [x, y] = innerPlace(geometry) ?? [];
    if (x === undefined || y === undefined) return false;
    const [px, py] = [toGrid(x), toGrid(y)];
    for (const other of grid.at(px, py)) if (other.locate(px, py) === 'inside') return false;
    const ground = new BandedArea(geometry);
    grid.add(ground, ground.bounds);
    return true;
  });
}

/** What ground is put together from, and how many units lie on others and are left out for that. */
export interface UnitsOnGround {
  units: GroundQuestion['units'];
  overlapping: number;
}

/**
 * The units on the ground of a street or, without one, of the district; or why there are none. Base units have to
 * cover the ground: what lies between them stays where it is, and zones put together from blocks alone would
 * be strewn over the roads between.
 */
export function unitsOn(
  document: DocumentView,
  ground: Area,
  input: { streetId: string | null; units: UnitChoice; bridgeFree: boolean },
  barriers: readonly Position[][],
): UnitsOnGround | Refusal {
  const { streetId, units, bridgeFree } = input;
  if (units.of === 'cells') {
    const shores = document
      .all('exception')
      .flatMap(({ geometry }) => polygonsOf(geometry).flat() as Position[][]);
    const cells = cellUnits(ground, units.sizeM, [...barriers, ...shores]);
    if (!cells) return { refused: 'divide.refused.tooManyCells' };
    return {
      units: answeredFor(
        document,
        cells.map((geometry, i) => ({ id: String(i), geometry })),
      ),
      overlapping: 0,
    };
  }
  const isOfCommunities = units.of === 'communities';
  const drawn = isOfCommunities ? communitiesOf(document, streetId) : baseUnitsIn(document, ground);
  if (drawn.length === 0) {
    return { refused: `divide.refused.${isOfCommunities ? 'noCommunities' : 'noBaseUnits'}` };
  }
  const all = drawn.map(({ id, geometry }) => ({ id, geometry }));
  const whole = isOfCommunities ? all : sideBySide(all);
  const covered = whole.reduce((sum, { geometry }) => sum + areaM2(geometry), 0) / areaM2(ground);
  if (!isOfCommunities && covered < leastCovered) {
    return {
      refused: 'divide.refused.baseUnitsApart',
      params: { percent: Math.floor(100 * covered) },
    };
  }
  const found = answeredFor(document, whole);
  return {
    // Where zones should only rather not reach over barriers, nothing is torn apart for one.
    units: bridgeFree ? cutUnits(found, barriers, barrierReachM[units.of]) : found,
    overlapping: all.length - whole.length,
  };
}
