import type { Feature, Geometry } from 'geojson';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';

/**
 * Something that a tool shows: `line` is what is drawn, `old` what would go, `area` ground that would
 * change, `point` a corner, `held` the corner or edge that a click would take, `snap` what draws the
 * pointer to it.
 */
export interface Ghost {
  part: 'line' | 'old' | 'area' | 'point' | 'held' | 'snap';
  geometry: Geometry;
}

/** Features of what a tool shows; `invalid` when it cannot be dropped like this. */
export function ghostFeatures(
  ghosts: readonly Ghost[],
  invalid: boolean,
): [id: string, feature: Omit<Feature, 'type'>][] {
  return ghosts.flatMap(({ part, geometry }, i) => {
    const drawable = drawableGeometry(geometry);
    if (!drawable) return [];
    const properties = { part, invalid };
    return [[String(i), { geometry: drawable, properties }] as [string, Omit<Feature, 'type'>]];
  });
}
