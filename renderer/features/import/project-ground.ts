import type { MultiPolygon, Polygon } from 'geojson';
import { useProject } from '#renderer/state/project.ts';

/** Ground in WGS84 that files are held against, to know their coordinate system by. */
export type Ground = readonly (Polygon | MultiPolygon)[];

/** Ground of the project that files are held against: its outline, else its streets. */
export function projectGround(): Ground {
  const { document } = useProject.getState();
  const outline = document?.all('district') ?? [];
  const areas = outline.length > 0 ? outline : (document?.all('street') ?? []);
  return areas.map(({ geometry }) => geometry);
}

/** Whether two are the same areas of the same records. */
export function isSameGround(a: Ground, b: Ground): boolean {
  return a.length === b.length && a.every((area, index) => area === b[index]);
}
