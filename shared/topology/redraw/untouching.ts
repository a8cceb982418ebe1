import type { MultiPolygon, Polygon } from 'geojson';
import { coverageGrid, toPosition } from '#shared/topology/coverage-grid.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { EdgeLedger, LedgerError } from '#shared/topology/repair/edge-ledger.ts';
import { nestRings } from '#shared/topology/repair/nest-rings.ts';

type Ground = Polygon | MultiPolygon;

/**
 * The same ground with rings that visit no vertex twice: where a ring has come to touch itself it
 * becomes a hole, or a part of its own. Null when nothing is left or its edges bound no ground. In degrees.
 */
export function untouching(ground: Ground): Ground | null {
  const first = ground.type === 'Polygon' ? ground.coordinates[0] : ground.coordinates[0]?.[0];
  const rings = packRings([{ geometry: ground, sign: 1 }], coverageGrid(false, first?.[0] ?? []));
  const ledger = new EdgeLedger();
  for (let r = 0; r < rings.ringParty.length; r++) {
    for (let e = rings.ringStart[r]!; e < rings.ringStart[r + 1]! - 1; e++) {
      ledger.add(rings.x[e]!, rings.y[e]!, rings.x[e + 1]!, rings.y[e + 1]!);
    }
  }
  let polygons: [number, number][][][];
  try {
    polygons = nestRings(ledger.rings());
  } catch (error) {
    if (error instanceof LedgerError) return null;
    throw error;
  }
  const coordinates = polygons.map((list) =>
    list.map((ring) => ring.map(([x, y]) => toPosition(rings.grid, x, y))),
  );
  const [only] = coordinates;
  if (!only) return null;
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates };
}
