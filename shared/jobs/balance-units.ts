import type { Position } from 'geojson';
import type { Refusal } from '#shared/edits/command.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import type { BaseUnit } from '#shared/model/base-unit.ts';
import type { Community } from '#shared/model/community.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { cellUnits } from '#shared/analysis/balance/cell-units.ts';
import { cutUnits } from '#shared/analysis/balance/cut-units.ts';
import type { GroundQuestion } from '#shared/analysis/balance/ground-problem.ts';

/** What ground is put together from: areas that others have drawn, or squares of a side in metres. */
export type UnitChoice =
  | { of: 'communities' }
  | { of: 'baseUnits' }
  | { of: 'cells'; sizeM: number };

/** How near to a barrier a border runs along it (m): cells are cut to some steps of the grid, others drawn beside. */
export const barrierReachM = { cells: 0.03, communities: 20, baseUnits: 20 } as const;

function communitiesOf(document: DocumentView, streetId: string | null): Community[] {
  const communities = document.all('community');
  return communities.filter((one) => streetId === null || one.streetId === streetId);
}

/** Base units that lie in some ground, by a place well inside. */
function baseUnitsIn(document: DocumentView, ground: Area): BaseUnit[] {
  const area = new BandedArea(ground);
  return document.all('baseUnit').filter(({ geometry }) => {
    const [x, y] = innerPlace(geometry) ?? [];
    return x !== undefined && y !== undefined && area.locate(toGrid(x), toGrid(y)) === 'inside';
  });
}

/** The units on the ground of a street or, without one, of the district; or why there are none. */
export function unitsOn(
  document: DocumentView,
  ground: Area,
  input: { streetId: string | null; units: UnitChoice; bridgeFree: boolean },
  barriers: readonly Position[][],
): GroundQuestion['units'] | Refusal {
  const { streetId, units, bridgeFree } = input;
  if (units.of === 'cells') {
    const cells = cellUnits(ground, units.sizeM, barriers);
    if (!cells) return { refused: 'divide.refused.tooManyCells' };
    return cells.map((geometry, i) => ({ id: String(i), geometry }));
  }
  const isOfCommunities = units.of === 'communities';
  const drawn = isOfCommunities ? communitiesOf(document, streetId) : baseUnitsIn(document, ground);
  if (drawn.length === 0) {
    return { refused: `divide.refused.${isOfCommunities ? 'noCommunities' : 'noBaseUnits'}` };
  }
  const whole = drawn.map(({ id, geometry }) => ({ id, geometry }));
  // Where zones should only rather not reach over barriers, nothing is torn apart for one.
  return bridgeFree ? cutUnits(whole, barriers, barrierReachM[units.of]) : whole;
}
