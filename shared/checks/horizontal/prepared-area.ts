import type { Pace } from '#shared/checks/pace.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { CoverageArea, Ground } from './coverage-faces.ts';

/** A party to the coverage with what its geometry is asked again and again. */
export interface PreparedArea {
  id: string;
  geometry: Ground;
  index: AreaIndex;
  areaM2: number;
}

export function prepareArea({ id, geometry }: CoverageArea, planar: boolean): PreparedArea {
  return { id, geometry, index: new AreaIndex(geometry), areaM2: areaM2(geometry, planar) };
}

/** Prepares many areas, with turns for others in between. */
export async function prepareAreas(
  areas: readonly CoverageArea[],
  planar: boolean,
  pace: Pace,
): Promise<PreparedArea[]> {
  const prepared: PreparedArea[] = [];
  for (const [done, area] of areas.entries()) {
    await pace.step(done, areas.length);
    prepared.push(prepareArea(area, planar));
  }
  return prepared;
}
