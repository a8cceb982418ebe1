import type { MultiPolygon, Polygon, Position } from 'geojson';
import { cancelEdges } from '#shared/topology/cancel-edges.ts';
import { coverageGrid, toPosition } from '#shared/topology/coverage-grid.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { ringOfEdge } from '#shared/topology/coverage-rings.ts';

type Ground = Polygon | MultiPolygon;

/** Grounds of one party before and after a change. */
export interface ChangedGround {
  before: Ground;
  after: Ground;
}

export interface ChangeProof {
  /** Numbers of those whose rings cross or nest wrongly afterwards, and did not before. */
  crooked: number[];
  /** Numbers of those whose rings touch themselves afterwards. */
  touching: number[];
  /** Edges that were, or are now, a border without the same ground beyond; `isNew` tells which. */
  open: { a: Position; b: Position; isNew: boolean }[];
}

/**
 * Looks whether some parties divide the same ground among them after a change as before. The edges of
 * all of them after, and of all of them before the other way round, cancel in pairs exactly when their
 * winding numbers have the same sum everywhere; and when each one's is 0 or 1 (its rings are in order),
 * no place has become covered twice, and none bare. The rest of the coverage need not be looked at. In degrees.
 */
export function proveWholly(changes: readonly ChangedGround[]): ChangeProof {
  const near =
    changes[0]?.before.type === 'Polygon'
      ? (changes[0].before.coordinates[0]?.[0] ?? [])
      : ((changes[0]?.before as MultiPolygon | undefined)?.coordinates[0]?.[0]?.[0] ?? []);
  const rings = packRings(
    [
      ...changes.map(({ after }) => ({ geometry: after, sign: 1 as const })),
      ...changes.map(({ before }) => ({ geometry: before, sign: -1 as const })),
    ],
    coverageGrid(false, near),
  );
  const orders = ringOrders(rings);
  const count = changes.length;
  const crooked: number[] = [];
  const touching: number[] = [];
  for (let i = 0; i < count; i++) {
    if (orders[i] === ringOrder.irregular && orders[count + i] !== ringOrder.irregular) {
      crooked.push(i);
    }
    if (orders[i] === ringOrder.touching) touching.push(i);
  }
  for (const { party } of rings.faults) {
    if (party < count && !crooked.includes(party)) crooked.push(party);
  }
  const { residue } = cancelEdges(rings);
  const open = Array.from(residue, (e) => ({
    a: toPosition(rings.grid, rings.x[e]!, rings.y[e]!),
    b: toPosition(rings.grid, rings.x[e + 1]!, rings.y[e + 1]!),
    isNew: rings.ringParty[ringOfEdge(rings, e)]! < count,
  }));
  return { crooked, touching, open };
}
