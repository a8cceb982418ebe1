import type { Feature, Geometry } from 'geojson';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import type { Contest } from '#renderer/map/map-view-props.ts';
import { recordPlace } from '#renderer/map/record-place.ts';

/**
 * Two states of one place, each with its `part`: `mine` and `theirs` with the name to be written along
 * them, `only-mine` and `only-theirs` for ground that just one of them has, `other` for the places that
 * are contested as well.
 */
export function contestFeatures(
  contest: Contest | null | undefined,
): [id: string, feature: Omit<Feature, 'type'>][] {
  if (!contest) return [];
  const features: [string, Omit<Feature, 'type'>][] = [];
  const add = (part: string, geometry: Geometry | null, name = '') => {
    if (!geometry) return;
    features.push([`${part} ${features.length}`, { geometry, properties: { part, name } }]);
  };
  for (const record of contest.others) add('other', recordPlace(record));
  for (const polygon of contest.onlyMine) add('only-mine', drawableGeometry(polygon));
  for (const polygon of contest.onlyTheirs) add('only-theirs', drawableGeometry(polygon));
  add('mine', recordPlace(contest.mine ?? undefined), contest.names.mine);
  add('theirs', recordPlace(contest.theirs ?? undefined), contest.names.theirs);
  return features;
}
