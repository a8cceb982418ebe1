import type { Pace } from '#shared/checks/pace.ts';
import { packedCoverageFaces } from '#shared/topology/coverage-faces.ts';
import type { LayerOffset } from '#shared/topology/layer-offset.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';
import type { OrderedCoverage } from '#shared/topology/replace-parties.ts';
import { ringOrders } from '#shared/topology/ring-orders.ts';
import type { CoverageFace, CoverageFaces, CoverageInput } from './coverage-faces.ts';

/** A face with those whose borders run along it, as the engine tells them. */
export interface EngineFace extends CoverageFace {
  /** The longest common border first. */
  besideIds: string[];
  atBoundary: boolean;
  atException: boolean;
  /** How far the boundary runs along the face, in metres. */
  boundaryM: number;
}

export interface EngineFaces extends CoverageFaces {
  gaps: EngineFace[];
  overlaps: EngineFace[];
  outside: EngineFace[];
  /** Ground of zones, inside the boundary if there is one, each square metre counted once. */
  coveredM2: number;
  /** Set when all zones lie off the boundary alike, as when they are in another system. */
  offset: LayerOffset | null;
  /** Numbers, in the order of the input, of the zones that faces name, by their ids. */
  numbers: ReadonlyMap<string, number>;
}

/** Packs what the engine is asked. `packed` is the same packed before, if it was. */
export async function orderCoverage(
  input: CoverageInput,
  packed: OrderedCoverage | null,
  pace: Pace,
): Promise<OrderedCoverage> {
  if (packed) return packed;
  await pace.step(0, 2);
  const coverage = packCoverage(input);
  await pace.step(1, 2);
  return { coverage, orders: ringOrders(coverage.rings) };
}

/** The exact engine behind the horizontal checks; see shared/topology/coverage-faces.ts. */
export function coverageFaces({ coverage, orders }: OrderedCoverage): EngineFaces {
  return packedCoverageFaces(coverage, orders);
}
