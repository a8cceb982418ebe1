import type { Polygon } from 'geojson';
import { groundChange } from '#shared/analysis/ground-change.ts';
import { groundOf } from '#shared/analysis/record-change.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** Ground that only one of two states of a record stands for, in pieces and in m² altogether. */
export interface GroundApart {
  onlyMine: Polygon[];
  onlyTheirs: Polygon[];
  onlyMineM2: number;
  onlyTheirsM2: number;
}

const sum = (pieces: readonly Polygon[]) => pieces.reduce((all, one) => all + areaM2(one), 0);

/** Ground of a state: base units have some too, though the history speaks of none of theirs. */
const groundIn = (state: AnyRecord | null) =>
  state?.kind === 'baseUnit' ? state.geometry : groundOf(state);

/** Where two states of a record differ on the ground; nothing for records that are no areas. */
export function compareGround(states: {
  mine: AnyRecord | null;
  theirs: AnyRecord | null;
}): Promise<GroundApart> {
  const { gained, lost } = groundChange(groundIn(states.mine), groundIn(states.theirs));
  return Promise.resolve({
    onlyMine: lost,
    onlyTheirs: gained,
    onlyMineM2: sum(lost),
    onlyTheirsM2: sum(gained),
  });
}
