import type { Pace } from '#shared/checks/pace.ts';
import { packedCoverageFaces } from '#shared/topology/coverage-faces.ts';
import type { LayerOffset } from '#shared/topology/layer-offset.ts';
import { packCoverage, type PackedCoverage } from '#shared/topology/packed-coverage.ts';
import { ringOrders } from '#shared/topology/ring-orders.ts';
import type { CoverageFace, CoverageFaces, CoverageInput } from './coverage-faces.ts';

/** A face with those whose borders run along it, as the engine tells them. */
export interface EngineFace extends CoverageFace {
  /** The longest common border first. */
  besideIds: string[];
  atBoundary: boolean;
}

export interface EngineFaces extends CoverageFaces {
  gaps: EngineFace[];
  overlaps: EngineFace[];
  outside: EngineFace[];
  /** Ground of zones, inside the boundary if there is one, each square metre counted once. */
  coveredM2: number;
  /** Set when all zones lie off the boundary alike, as when they are in another system. */
  offset: LayerOffset | null;
}

/** A coverage on its grid and how the rings of each party stand to each other. */
export interface OrderedCoverage {
  coverage: PackedCoverage;
  orders: Uint8Array;
}

/**
 * The exact engine behind the horizontal checks; see shared/topology/coverage-faces.ts. `packed` is
 * the same input packed before, if it was.
 */
export async function coverageFaces(
  input: CoverageInput,
  packed: OrderedCoverage | null,
  pace: Pace,
): Promise<EngineFaces> {
  await pace.step(0, 3);
  const coverage = packed?.coverage ?? (input.pack ?? packCoverage)(input);
  await pace.step(1, 3);
  const orders = packed?.orders ?? ringOrders(coverage.rings);
  await pace.step(2, 3);
  return packedCoverageFaces(coverage, orders);
}
