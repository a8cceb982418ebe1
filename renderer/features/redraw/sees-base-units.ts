import { baseUnitsFrom } from '#renderer/map/layers/borders.ts';
import { reachPx } from '#renderer/map/tools/tool-pointer.ts';
import { useView } from '#renderer/state/view.ts';

/** Degrees east of a mouse's reach at the zoom from which base units are drawn; tiles of the map are 512 px wide. */
const widestReach = (reachPx * 360) / (512 * 2 ** baseUnitsFrom);

/** Whether borders of base units are drawn where a pointer reaches so far (degrees east and north). */
export function seesBaseUnits([east]: readonly [east: number, north: number]): boolean {
  return east <= widestReach * (1 + 1e-6) && useView.getState().layers.baseUnits > 0;
}
